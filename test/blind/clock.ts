/**
 * The trial's time, moved by the script alone: a minute a step, and days when it says so. The database's clock follows it,
 * a second a step, so that sessions do not grow old.
 */
export interface TrialClock {
  readonly milliseconds: () => number
  readonly now: () => string
  /** `recordedAt` of the step under way. */
  readonly recordedAt: () => string
  /** The local day at the sites, and the time of day now, while Oslo keeps winter time. */
  readonly today: () => string
  readonly time: () => string
  readonly tick: () => void
  readonly wait: (days: number) => void
}

const minute = 60_000
const day = 86_400_000
const winter = 60 * minute

/** Monday 2 March 2026, 9 o'clock in Oslo. */
export const start = Date.UTC(2026, 2, 2, 8)

export function trialClock(): TrialClock {
  let now = start
  let steps = 0
  const local = () => new Date(now + winter).toISOString()
  return {
    milliseconds: () => now,
    now: () => new Date(now).toISOString(),
    recordedAt: () => new Date(start + steps * 1000).toISOString(),
    today: () => local().slice(0, 10),
    time: () => local().slice(11, 16),
    tick() {
      now += minute
      steps += 1
    },
    wait(days) {
      now += days * day
    },
  }
}
