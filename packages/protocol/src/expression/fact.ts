import type { Entry, FilledForm } from '../value/entry.ts'

/**
 * What an evaluation knows of one item, in one shape for every type, so that closures stay quick:
 * a known number or day has `low === high`; a partial date or censored value is an interval;
 * not known is NaN, which settles no comparison; not applicable is the empty interval, of which nothing holds.
 */
export interface Fact {
  /** Numbers in the item's unit; dates as day numbers. */
  readonly low: number
  readonly high: number
  /** The code of a coded answer; undefined while unknown, '' when not applicable. */
  readonly code: string | undefined
  readonly rows: readonly (readonly Fact[])[] | undefined
  /** Repeats: no further rows are to come. */
  readonly complete: boolean
  /** Reference limits in the item's unit; NaN where the laboratory gave none. */
  readonly refLow: number
  readonly refHigh: number
  /** Somebody said why there is no value: it is not still to come. */
  readonly skipped: boolean
  /** Where it was read from, for the explanation. */
  readonly entry: Entry | undefined
  readonly filled: FilledForm | undefined
}

const nothing: Fact = {
  low: Number.NaN,
  high: Number.NaN,
  code: undefined,
  rows: undefined,
  complete: false,
  refLow: Number.NaN,
  refHigh: Number.NaN,
  skipped: false,
  entry: undefined,
  filled: undefined,
}

/** Nothing was recorded yet. */
export const UNRECORDED: Fact = { ...nothing }

/** A fact with some of its parts set; always the same shape. Written out, for one is made of every value that is read. */
export const fact = ({
  low = Number.NaN,
  high = Number.NaN,
  code,
  rows,
  complete = false,
  refLow = Number.NaN,
  refHigh = Number.NaN,
  skipped = false,
  entry,
  filled,
}: Partial<Fact>): Fact => ({ low, high, code, rows, complete, refLow, refHigh, skipped, entry, filled })

export type FactRow = readonly Fact[]
export const NO_ROW: FactRow = []

/** All that evaluations of one person read, filled once: a slot per item and occurrence the study's logic mentions. */
export interface EvaluationRecord {
  readonly facts: readonly Fact[]
  readonly today: Fact
  readonly events: readonly Fact[]
}

export const trialEvents = ['consent', 'randomisation', 'firstInfusion', 'lastInfusion', 'visit'] as const
