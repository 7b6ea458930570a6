import { localDay } from '@trialwright/protocol'

/** The study clock. Only demo mode ever moves it, and only forward. */
export interface Clock {
  /** `2026-11-22T13:05:00.000Z` */
  now(): string
  /** The local calendar day there, `2026-11-22`. */
  today(timeZone: string): string
  /** Days it is ahead of the real time. */
  ahead(): number
  move(days: number): void
}

const day = 86_400_000

export function createClock(milliseconds: () => number = Date.now, startAhead = 0): Clock {
  let ahead = startAhead
  const now = () => new Date(milliseconds() + ahead * day).toISOString()
  return {
    now,
    today: (timeZone) => localDay(now(), timeZone),
    ahead: () => ahead,
    move(days) {
      if (!Number.isInteger(days) || days < 0) throw new RangeError('the study clock moves forward by whole days')
      ahead += days
    },
  }
}
