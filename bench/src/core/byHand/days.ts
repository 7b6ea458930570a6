/* Sites work from Monday to Friday. Day 0 was a Thursday. */

const sinceSaturday = (day: number): number => (day + 5) % 7

/** The Friday before a Saturday, the Monday after a Sunday. */
export function nearestWorkingDay(day: number): number {
  const since = sinceSaturday(day)
  return since === 0 ? day - 1 : since === 1 ? day + 1 : day
}

export function workingDayFrom(day: number): number {
  const since = sinceSaturday(day)
  return since < 2 ? day + 2 - since : day
}
