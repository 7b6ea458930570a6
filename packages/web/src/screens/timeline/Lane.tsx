import type { Encounter } from '../../api/participantTypes.ts'
import { useWords } from '../../language/useWords.tsx'
import type { Axis } from './axis.ts'

export const laneHeight = 24
const middle = 12

export function Lane(props: {
  readonly encounter: Encounter
  readonly axis: Axis
  readonly y: number
  readonly width: number
  readonly short: boolean
  readonly infused: boolean
}) {
  const { say } = useWords()
  const { encounter, axis, y } = props
  const { from, to, planned, booked, day } = encounter
  const cy = y + middle
  const label = props.short ? say(encounter.short) : shortened(say(encounter.title), 26)
  return (
    <g className={`lane ${encounter.state}`}>
      <line className="base" x1={0} x2={props.width} y1={y + laneHeight} y2={y + laneHeight} />
      <text x={0} y={cy + 4}>
        {label}
      </text>
      {from !== undefined && to !== undefined && (
        <rect
          className="window"
          x={axis.x(from)}
          y={cy - 6}
          width={Math.max(3, axis.x(to) - axis.x(from))}
          height={12}
          rx={3}
        />
      )}
      {planned !== undefined && (
        <line className="planned" x1={axis.x(planned)} x2={axis.x(planned)} y1={cy - 6} y2={cy + 6} />
      )}
      {booked !== undefined && day === undefined && <circle className="booked" cx={axis.x(booked)} cy={cy} r={4.5} />}
      {day !== undefined &&
        (props.infused ? (
          <path className="infused" d={drop(axis.x(day), cy)} />
        ) : (
          <circle className={encounter.inWindow === false ? 'done outside' : 'done'} cx={axis.x(day)} cy={cy} r={4.5} />
        ))}
      {encounter.state === 'missed' && planned !== undefined && (
        <path className="missed" d={`M${axis.x(planned) - 4} ${cy - 4}l8 8m0 -8l-8 8`} />
      )}
      {encounter.state === 'overdue' && to !== undefined && (
        <path className="overdue" d={`M${axis.x(to) + 8} ${cy + 5}h-11l5.5 -10z`} />
      )}
    </g>
  )
}

/** A drop, for what was given by infusion. */
const drop = (x: number, y: number): string =>
  `M${x} ${y - 8}c3.4 4.4 5.4 6.6 5.4 9.2a5.4 5.4 0 0 1 -10.8 0c0 -2.6 2 -4.8 5.4 -9.2z`

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
