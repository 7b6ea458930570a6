import { dayNumber, isoOf } from '@trialwright/protocol'
import type { Encounter } from '../../api/participantTypes.ts'

/** Days on a line of so many pixels. */
export interface Axis {
  readonly first: string
  readonly last: string
  readonly x: (day: string) => number
  readonly months: readonly { readonly day: string; readonly x: number }[]
}

/** From before the earliest day of any encounter, or today, to after the latest. Undefined when nothing has a day. */
export function axisOf(schedule: readonly Encounter[], today: string, left: number, width: number): Axis | undefined {
  const days = schedule
    .flatMap(({ from, to, planned, day, booked }) => [from, to, planned, day, booked])
    .filter((day) => day !== undefined)
  if (days.length === 0) return undefined
  const numbers = [...days, today].map(dayNumber)
  const first = Math.min(...numbers) - 7
  const last = Math.max(...numbers) + 14
  const x = (day: string) => left + ((dayNumber(day) - first) / (last - first)) * width
  return {
    first: isoOf(first),
    last: isoOf(last),
    x,
    months: monthsBetween(isoOf(first), isoOf(last)).map((day) => ({ day, x: x(day) })),
  }
}

/** At most a dozen months, each labelled where its words meet neither another's, nor today's, nor the edge. */
export function monthMarks(
  axis: Axis,
  today: string,
): readonly { readonly day: string; readonly x: number; readonly labelled: boolean }[] {
  const every = Math.max(1, Math.ceil(axis.months.length / 12))
  const marks: { day: string; x: number; labelled: boolean }[] = []
  const edge = axis.x(axis.last)
  let last = Number.NEGATIVE_INFINITY
  for (const { day, x } of axis.months.filter((_, index) => index % every === 0)) {
    const labelled = x - last > 46 && edge - x > 40 && Math.abs(x + 18 - axis.x(today)) > 44
    if (labelled) last = x
    marks.push({ day, x, labelled })
  }
  return marks
}

/** First days of the months after `from` up to `to`. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = []
  let [year = 0, month = 0] = from.split('-').map(Number)
  for (;;) {
    month += 1
    if (month === 13) {
      month = 1
      year += 1
    }
    const day = `${year}-${String(month).padStart(2, '0')}-01`
    if (day > to) return months
    months.push(day)
  }
}
