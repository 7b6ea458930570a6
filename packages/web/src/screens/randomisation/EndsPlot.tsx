import type { Tried } from '../../api/randomisationTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import { useWidth } from '../timeline/useWidth.ts'
import { usePercent } from './figures.ts'

const height = 260
const [left, top, bottom] = [4, 24, 40]
const mostBars = 16

/** How often a trial of the study's own scheme ends with which imbalance; the table's worst case tells the far end. */
export function EndsPlot({ own }: { readonly own: Tried }) {
  const { t, number } = useWords()
  const percent = usePercent()
  const [ref, width] = useWidth<HTMLDivElement>(360)
  const bars = own.characteristics.overall.distribution.slice(0, mostBars)
  const tallest = Math.max(...bars.map(([, share]) => share))
  const step = Math.max(width - left, 0) / bars.length
  return (
    <figure className="scheme-plot">
      <figcaption>{t('report.plotEnds')}</figcaption>
      <div ref={ref}>
        <svg width={width} height={height} role="img" aria-label={t('report.plotEnds')}>
          {bars.map(([imbalance, share], index) => {
            const tall = (share / tallest) * (height - bottom - top)
            const middle = left + (index + 0.5) * step
            return (
              <g key={imbalance} className="own">
                <rect
                  className="filled"
                  x={middle - step * 0.35}
                  y={height - bottom - tall}
                  width={step * 0.7}
                  height={tall}
                />
                <text x={middle} y={height - bottom + 16} textAnchor="middle">
                  {number(imbalance, Number.isInteger(imbalance) ? 0 : 1)}
                </text>
                {step > 34 && (
                  <text x={middle} y={height - bottom - tall - 5} textAnchor="middle">
                    {percent(share, 0)}
                  </text>
                )}
              </g>
            )
          })}
          <text x={width / 2} y={height - 6} textAnchor="middle">
            {t('report.overall')} ({t('report.ofTrials')})
          </text>
        </svg>
      </div>
    </figure>
  )
}
