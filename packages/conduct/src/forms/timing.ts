import { dayNumber, instantOf, localDay } from '@trialwright/protocol'
import type { ValueVersion } from './state.ts'

/**
 * What is worth knowing of when a value came, beside who and why (EMA-10, EMA-11): that it was first written down long after
 * its day, and that the device's clock and the database's were apart. The audit trail's patterns draw the same two lines.
 */
export interface Timing {
  /** Days from the day of the form to the day of entry, where it is late. */
  readonly lateDays?: number
  /** Entry by the device's clock, with its offset, and storage by the database's, UTC, where they are apart. */
  readonly clocks?: { readonly entered: string; readonly stored: string }
}

/** Entered later than this after its day, in days, a value is late. */
const lateAfter = 5
/** Clocks further apart than this, in milliseconds, are told. */
const clocksApart = 300_000

/** `isFirst`: a correction comes when something was found wrong, and is not late. */
export function timingOf(version: ValueVersion, isFirst: boolean, timeZone: string): Timing {
  const { day, at, clientTime, recordedAt } = version
  const lateDays = isFirst && at !== '' ? dayNumber(localDay(at, timeZone)) - dayNumber(day) : 0
  const [entered, stored] = [instantOf(clientTime ?? ''), instantOf(recordedAt ?? '')]
  const isApart = entered !== undefined && stored !== undefined && Math.abs(stored - entered) > clocksApart
  return {
    ...(lateDays > lateAfter ? { lateDays } : {}),
    ...(isApart ? { clocks: { entered: clientTime!, stored: recordedAt! } } : {}),
  }
}
