import type { Study } from '@trialwright/protocol'
import type { Context, Refused } from '../context.ts'
import type { ParticipantCommand } from './commands.ts'
import type { ParticipantEvent } from './events.ts'
import type { ParticipantState } from './state.ts'

export type Decision =
  | {
      readonly ok: true
      readonly events: readonly ParticipantEvent[]
      /** Take the next slot of this stratum in the same transaction. */
      readonly allocate?: { readonly stratum: string }
    }
  | Refused

/** What follows from a command: events, or why not. Pure: the same arguments give the same answer for ever. */
export function decideParticipant(
  study: Study,
  state: ParticipantState,
  command: ParticipantCommand,
  context: Context,
): Decision {
  throw new Error(`not yet: ${[study, state, command, context].length}`)
}
