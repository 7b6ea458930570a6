import { dayNumber, isoOf } from '@trialwright/protocol'

/* Sites work from Monday to Friday: whoever would come on another day comes on the working day before or after it. */

/** 0 on Saturday, 1 on Sunday: 1 January 1970 was a Thursday. */
const sinceSaturday = (day: number): number => (((day - 2) % 7) + 7) % 7

export const isWeekend = (day: number): boolean => sinceSaturday(day) < 2

/** The day itself, or the Friday before a Saturday and the Monday after a Sunday. */
export function nearestWorkingDay(day: string): string {
  const number = dayNumber(day)
  return isWeekend(number) ? isoOf(sinceSaturday(number) === 0 ? number - 1 : number + 1) : day
}

/** The day itself, or the Monday after a weekend. */
export function workingDayFrom(day: string): string {
  const number = dayNumber(day)
  return isWeekend(number) ? isoOf(number + 2 - sinceSaturday(number)) : day
}
