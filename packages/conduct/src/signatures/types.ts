import type { Refusal, Text } from '@trialwright/protocol'
import type { ValueChangeRow } from '../participant/history.ts'
import type { Recorded } from '../context.ts'
import type { Meaning } from './signature.ts'
import type { Standing } from './standing.ts'

/** As a signature prints: name, time, meaning (21 CFR 11.50). */
export interface SignatureLine {
  readonly printedName: string
  readonly at: string
  readonly meaning: Meaning
}

/** One thing that has happened to a record since it was signed. */
export interface ChangeSince {
  readonly at: string
  readonly by: Recorded['by']
  readonly what: Text
  readonly changes: readonly ValueChangeRow[]
}

export interface SignedRecordView {
  /** Absent: the casebook. */
  readonly encounter?: string
  readonly title: Text
  readonly standing: Standing
  /** Hash of the record as it is now; sent back as `seen`, so that nobody signs what was not shown. */
  readonly record: string
  /** Every signature it has had, the latest last; earlier ones stand no more. */
  readonly signatures: readonly SignatureLine[]
  /** Why the latest does not stand; empty while it does. */
  readonly changed: readonly ChangeSince[]
  /** What stands in the way of the reader's signature now. */
  readonly toSign: readonly Refusal[]
}

export interface SignaturesView {
  readonly code: string
  readonly visits: readonly SignedRecordView[]
  readonly casebook: SignedRecordView
}
