import type { RouteTime } from './messages.ts'

/** Slowest routes first, by their 95th percentile. */
export function timesOf(times: ReadonlyMap<string, readonly number[]>): readonly RouteTime[] {
  return [...times]
    .map(([route, all]) => {
      const sorted = all.toSorted((a, b) => a - b)
      const at = (share: number) => sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)] ?? 0
      return { route, count: all.length, p50: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0 }
    })
    .toSorted((a, b) => b.p95 - a.p95)
}
