import type { SiteRecruitment } from '../../api/studyTypes.ts'

export interface Point {
  /** `2026-11` */
  readonly month: string
  readonly count: number
}

/** Months of all sites, in order, so that their plots share one axis. */
export const monthsOf = (sites: readonly SiteRecruitment[]): readonly string[] =>
  [...new Set(sites.flatMap((site) => site.byMonth.map((one) => one.month)))].sort()

/** Randomised up to the end of each month, over the sites together. */
export function cumulative(sites: readonly SiteRecruitment[], months: readonly string[]): readonly Point[] {
  const added = new Map<string, number>()
  for (const { byMonth } of sites)
    for (const { month, randomised } of byMonth) added.set(month, (added.get(month) ?? 0) + randomised)
  let count = 0
  return months.map((month) => {
    count += added.get(month) ?? 0
    return { month, count }
  })
}

/** A step line through points spread evenly over a width; the last step is drawn to its end. */
export function stepPath(points: readonly Point[], x: (index: number) => number, y: (count: number) => number): string {
  return points
    .map(({ count }, index) => `${index === 0 ? `M${x(0)} ${y(0)}V${y(count)}` : `V${y(count)}`}H${x(index + 1)}`)
    .join('')
}
