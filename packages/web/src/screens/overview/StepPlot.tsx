import { useId } from 'react'
import { useWords } from '../../language/useWords.tsx'
import { useWidth } from '../timeline/useWidth.ts'
import { type Point, stepPath } from './cumulative.ts'

const bottom = 20
const top = 10
const left = 26

/** Randomised so far as a step line below the target's line. */
export function StepPlot(props: {
  readonly title: string
  readonly note?: string | undefined
  readonly points: readonly Point[]
  readonly randomised: number
  readonly target: number
  readonly height: number
}) {
  const { t } = useWords()
  const [ref, width] = useWidth<HTMLDivElement>(300)
  const id = useId()
  const { points, target, height, randomised } = props
  const most = Math.max(target, randomised, 1)
  const inner = Math.max(40, width - left - 6)
  const x = (index: number) => left + (index / Math.max(1, points.length)) * inner
  const y = (count: number) => height - bottom - (count / most) * (height - bottom - top)
  const last = points.at(-1)
  const every = Math.max(1, Math.ceil((points.length * 52) / inner))
  return (
    <figure className="step-plot">
      <figcaption>
        <strong>{props.title}</strong>{' '}
        <span className="quiet data">
          {randomised}/{target}
          {props.note !== undefined && ` · ${props.note}`}
        </span>
      </figcaption>
      <div ref={ref}>
        <svg width={width} height={height} role="img" aria-labelledby={id}>
          <title id={id}>
            {t('overview.plotSays', { title: props.title, randomised, target, month: monthName(last?.month ?? '') })}
          </title>
          <line className="zero" x1={left} x2={width - 6} y1={y(0)} y2={y(0)} />
          <line className="target" x1={left} x2={width - 6} y1={y(target)} y2={y(target)} />
          <text x={left - 4} y={y(target) + 4} textAnchor="end">
            {target}
          </text>
          <text x={left - 4} y={y(0) + 4} textAnchor="end">
            0
          </text>
          {points.map(({ month }, index) =>
            index % every === 0 ? (
              <text key={month} x={x(index) + 2} y={height - 5}>
                {monthName(month)}
              </text>
            ) : null,
          )}
          {points.length > 0 && (
            <>
              <path className="area" d={`${stepPath(points, x, y)}V${y(0)}Z`} />
              <path className="line" d={stepPath(points, x, y)} />
            </>
          )}
        </svg>
      </div>
    </figure>
  )
}

/** `11.2026`, short and the same in both languages. */
const monthName = (month: string): string => month.split('-').toReversed().join('.')
