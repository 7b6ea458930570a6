import type { Entry } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'

export interface ValueChange {
  readonly item: string
  readonly entry: Entry
  readonly previous?: Entry
  readonly reason?: string
  /** The value lies outside the plausible limits and was confirmed. */
  readonly confirmedUnusual?: true
}

export interface FormRecorded extends Recorded {
  readonly type: 'FormRecorded'
  readonly encounter: string
  readonly form: string
  readonly day: string
  readonly laboratory?: string
  readonly changes: readonly ValueChange[]
  /** The day, or laboratory, was corrected. */
  readonly corrected?: {
    readonly day?: { readonly previous: string; readonly reason: string }
    readonly laboratory?: { readonly previous?: string; readonly reason: string }
  }
}
