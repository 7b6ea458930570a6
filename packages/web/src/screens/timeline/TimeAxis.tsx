import type { Participant } from '../../api/participantTypes.ts'
import { formatDayShort } from '../../language/format.ts'
import { useWords } from '../../language/useWords.tsx'
import { type Axis, axisOf, monthMarks } from './axis.ts'
import { Lane, laneHeight } from './Lane.tsx'
import { Legend } from './Legend.tsx'
import { useWidth } from './useWidth.ts'

const top = 26

/** Every encounter on a line of its own: its window, its planned day, and what became of it. */
export function TimeAxis({ participant }: { readonly participant: Participant }) {
  const { t, day } = useWords()
  const [ref, width] = useWidth<HTMLDivElement>(900)
  const left = width < 560 ? 62 : 180
  const lanes = participant.schedule.filter((one) => one.state !== 'notApplicable' && one.state !== 'notYetPlannable')
  const axis = axisOf(lanes, participant.today, left, Math.max(200, width - left - 12))
  const height = top + lanes.length * laneHeight + 8
  return (
    <figure className="card time-axis">
      <div ref={ref} className="body">
        {axis === undefined ? (
          <p className="quiet">{t('timeline.axisEmpty')}</p>
        ) : (
          <svg width={width} height={height} role="img" aria-labelledby="axis-title axis-desc">
            <title id="axis-title">{t('timeline.axis')}</title>
            <desc id="axis-desc">
              {t('timeline.axisSummary', {
                from: day(axis.first),
                to: day(axis.last),
                today: day(participant.today),
              })}
            </desc>
            <Months axis={axis} height={height} today={participant.today} />
            {lanes.map((encounter, index) => (
              <Lane
                key={encounter.id}
                encounter={encounter}
                axis={axis}
                y={top + index * laneHeight}
                width={width}
                short={width < 560}
                infused={participant.treatment.infusions.some(
                  (one) => one.encounter === encounter.id && one.started !== undefined,
                )}
              />
            ))}
            <Today axis={axis} today={participant.today} height={height} />
          </svg>
        )}
      </div>
      {axis !== undefined && <Legend />}
    </figure>
  )
}

function Months(props: { readonly axis: Axis; readonly height: number; readonly today: string }) {
  const { language } = useWords()
  const { axis, height } = props
  return (
    <g className="months">
      {monthMarks(axis, props.today).map(({ day, x, labelled }) => (
        <g key={day}>
          <line x1={x} x2={x} y1={18} y2={height} />
          {labelled && (
            <text x={x + 3} y={12}>
              {day.endsWith('-01-01') ? day.slice(0, 4) : formatDayShort(day, language)}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

function Today({ axis, today, height }: { readonly axis: Axis; readonly today: string; readonly height: number }) {
  const { t } = useWords()
  const x = axis.x(today)
  return (
    <g className="today">
      <line x1={x} x2={x} y1={14} y2={height} />
      <rect x={x - 22} y={0} width={44} height={16} rx={4} />
      <text x={x} y={12} textAnchor="middle">
        {t('timeline.today')}
      </text>
    </g>
  )
}
