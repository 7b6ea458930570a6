import type { Answer, Entry, Refusal, Text } from '@trialwright/protocol'
import type { ItemVerification } from './verificationTypes.ts'
import type { Closure } from './lockTypes.ts'
import type { QueryView } from './queryTypes.ts'
import type { By } from './types.ts'

export interface ValueVersion {
  readonly entry: Entry
  readonly shown: Text
  readonly version: number
  readonly at: string
  readonly by: By
  readonly reason?: string
  /** The file it came in; absent when it was typed. */
  readonly origin?: { readonly name: string; readonly line: number }
  /** Days from the day of the form to the first entry, where it is late. */
  readonly lateDays?: number
  /** The device's clock at entry and the database's at storage, where they are apart. */
  readonly clocks?: { readonly entered: string; readonly stored: string }
}

export interface FormItem {
  readonly item: string
  readonly entry?: Entry
  readonly shown?: Text
  readonly applies: Answer
  readonly missing: boolean
  readonly verification?: ItemVerification
  readonly warning?: Text
  readonly history: readonly ValueVersion[]
  /** Repeats: every row, the removed ones too. */
  readonly rows?: readonly FormRow[]
}

export interface FormRow {
  readonly row: string
  readonly number: number
  readonly removed?: { readonly at: string; readonly by: By; readonly reason: string; readonly version: number }
  readonly cells: readonly { readonly column: string; readonly history: readonly ValueVersion[] }[]
}

export interface FilledFormView {
  readonly code: string
  readonly encounter: string
  readonly form: string
  /** 0 before the first filling; sent back as `expectedVersion`. */
  readonly version: number
  readonly day?: string
  readonly laboratory?: string
  readonly laboratories: readonly string[]
  readonly items: readonly FormItem[]
  readonly closed: readonly Closure[]
  readonly toRecord: readonly Refusal[]
  readonly queries: readonly QueryView[]
  readonly mayAsk: boolean
}
