import { localDay } from '@trialwright/protocol'

/** The study clock. Only demo mode ever moves it, and only forward. */
export interface Clock {
  /** `2026-11-22T13:05:00.000Z` */
  now(): string
  /** The local calendar day there, `2026-11-22`. */
  today(timeZone: string): string
  /** Milliseconds it is ahead of the real time; behind while a demo is being invented. */
  ahead(): number
  /** Moves it to so many milliseconds ahead of the real time; back only to where an empty demo begins. */
  move(ahead: number, begin?: boolean): void
}

export const day = 86_400_000

/** Whole days it is ahead, for people. */
export const daysAhead = (clock: Clock): number => Math.floor(clock.ahead() / day)

export function createClock(milliseconds: () => number = Date.now, startAhead = 0): Clock {
  let ahead = startAhead
  const now = () => new Date(milliseconds() + ahead).toISOString()
  return {
    now,
    today: (timeZone) => localDay(now(), timeZone),
    ahead: () => ahead,
    move(to, begin = false) {
      if (!Number.isInteger(to) || (to < ahead && !begin)) throw new RangeError('the study clock moves forward only')
      ahead = to
    },
  }
}
