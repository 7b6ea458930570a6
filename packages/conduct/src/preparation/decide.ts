import type { Study } from '@trialwright/protocol'
import type { PreparationContext, Refused } from '../context.ts'
import type { ParticipantState } from '../participant/state.ts'
import type { MaskedInfusionReady } from '../treatment/events.ts'
import type { PreparationCommand } from './commands.ts'
import type { PreparationHandedOver, PreparationRecorded } from './events.ts'
import type { UnblindedState } from './state.ts'

/** One decision, two streams: the blinded twin tells nothing but that the bag has come. */
export type PreparationDecision =
  | {
      readonly ok: true
      readonly blinded: readonly MaskedInfusionReady[]
      readonly unblinded: readonly (PreparationRecorded | PreparationHandedOver)[]
    }
  | Refused

export function decidePreparation(
  study: Study,
  state: ParticipantState,
  unblinded: UnblindedState,
  command: PreparationCommand,
  context: PreparationContext,
): PreparationDecision {
  throw new Error(`not yet: ${[study, state, unblinded, command, context].length}`)
}
