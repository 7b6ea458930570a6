import type { Study, Text } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'
import type { Role } from '../roles.ts'
import type { ParticipantEvent, Stored } from './events.ts'

/** One line of the audit trail, in words. */
export interface HistoryRow {
  readonly position: number
  readonly version: number
  readonly type: ParticipantEvent['type']
  readonly at: string
  readonly recordedAt: string
  readonly clientTime?: string
  readonly by: Recorded['by']
  readonly what: Text
  readonly changes: readonly {
    readonly label: Text
    readonly from?: Text
    readonly to: Text
    readonly reason?: string
  }[]
}

export function historyView(
  study: Study,
  events: readonly Stored<ParticipantEvent>[],
  reader: Role,
): readonly HistoryRow[] {
  throw new Error(`not yet: ${[study, events, reader].length}`)
}
