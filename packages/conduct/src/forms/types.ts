import type { Answer, Entry, Refusal, Text } from '@trialwright/protocol'
import type { ItemVerification } from '../verification/types.ts'
import type { ClosureView } from '../locks/types.ts'
import type { QueryView } from '../queries/types.ts'
import type { ValueVersion } from './state.ts'
import type { Timing } from './timing.ts'

export interface FormItemView {
  readonly item: string
  readonly entry?: Entry
  /** The value as a person reads it. */
  readonly shown?: Text
  /** Whether the item concerns this participant; `no` hides it. */
  readonly applies: Answer
  readonly missing: boolean
  /** How the value stands beside its source. */
  readonly verification?: ItemVerification
  /** There may be a value, but it is kept from this reader until the study says otherwise. */
  readonly hidden?: true
  readonly history: readonly ShownVersion[]
  /** Repeats: every row, the removed ones too. */
  readonly rows?: readonly RowView[]
}

export type ShownVersion = Omit<ValueVersion, 'changed' | 'clientTime' | 'recordedAt'> &
  Timing & { readonly shown: Text }

export interface RowView {
  readonly row: string
  /** Its place in the order of adding, from 1; it never changes. */
  readonly number: number
  readonly removed?: {
    readonly at: string
    readonly by: ValueVersion['by']
    readonly reason: string
    readonly version: number
  }
  readonly cells: readonly { readonly column: string; readonly history: readonly ShownVersion[] }[]
}

export interface FormView {
  readonly code: string
  readonly encounter: string
  readonly form: string
  /** 0 before the first filling; send it back as `expectedVersion`. */
  readonly version: number
  readonly day?: string
  readonly laboratory?: string
  /** Laboratories with limits for this form. */
  readonly laboratories: readonly string[]
  /** Items the reader may see, in the form's order; the definition holds their questions. */
  readonly items: readonly FormItemView[]
  /** Frozen or locked: what the form lies in, the form itself, or items of it. */
  readonly closed: readonly ClosureView[]
  /** What stands in the way of saving, for the person looking. */
  readonly toRecord: readonly Refusal[]
  /** Queries on its values, for those who may see them. */
  readonly queries: readonly QueryView[]
  /** Whether the person looking may ask about a value. */
  readonly mayAsk: boolean
}
