import type { RawEntry } from '@trialwright/protocol'
import type { FileOrigin } from './origin.ts'

export interface RecordForm {
  readonly type: 'recordForm'
  readonly encounter: string
  readonly form: string
  /** Local day of the answers, the sample or the examination. */
  readonly day: string
  readonly laboratory?: string
  /** The items typed now; those left out stay as they are. */
  readonly entries: Readonly<Record<string, RawEntry>>
  /** Why a value already there is changed, by item; `day` and `laboratory` when those of the form are. */
  readonly reasons?: Readonly<Record<string, string>>
  /** Version of the form the person saw, 0 before its first filling. */
  readonly expectedVersion: number
  /** Items whose unusual value the person has confirmed. */
  readonly confirmed?: readonly string[]
  /** The query a value is changed because of, by item. */
  readonly queries?: Readonly<Record<string, string>>
  /** Set by the server alone: the values came in a file. */
  readonly origin?: FileOrigin
}
