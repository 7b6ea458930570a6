import type { Entry } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'
import type { FileOrigin } from './origin.ts'

export interface ValueChange {
  readonly item: string
  readonly entry: Entry
  readonly previous?: Entry
  readonly reason?: string
  /** The value lies outside the plausible limits and was confirmed. */
  readonly confirmedUnusual?: true
  /** The query the value was changed because of. */
  readonly query?: string
}

/** What changed in a repeating item: the rows and cells named, and no others. */
export interface RowsChange {
  readonly item: string
  readonly rows: readonly RowChange[]
  readonly complete: boolean
  /** The reason there were no rows, until now. */
  readonly previous?: Entry
  readonly reason?: string
  /** The query it was changed because of. */
  readonly query?: string
}

export interface RowChange {
  readonly row: string
  readonly cells: readonly CellChange[]
  /** Absent where the row is added or only its cells change. */
  readonly removed?: boolean
  /** Why it was removed, or taken back. */
  readonly reason?: string
}

export interface CellChange extends Omit<ValueChange, 'item'> {
  readonly column: string
}

export const isRowsChange = (change: ValueChange | RowsChange): change is RowsChange => 'rows' in change

export interface FormRecorded extends Recorded {
  readonly type: 'FormRecorded'
  readonly encounter: string
  readonly form: string
  readonly day: string
  readonly laboratory?: string
  /** It belongs to a log, and so outlives a screening. */
  readonly log?: true
  readonly changes: readonly (ValueChange | RowsChange)[]
  /** Where the values came from; absent when they were typed in. */
  readonly origin?: FileOrigin
  /** The day, or laboratory, was corrected. */
  readonly corrected?: {
    readonly day?: { readonly previous: string; readonly reason: string }
    readonly laboratory?: { readonly previous?: string; readonly reason: string }
  }
}
