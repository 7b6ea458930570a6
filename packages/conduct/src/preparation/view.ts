import type { Study } from '@trialwright/protocol'
import type { PreparationContext } from '../context.ts'
import type { ParticipantState } from '../participant/state.ts'
import type { UnblindedState } from './state.ts'
import type { PharmacyRow, PharmacyView } from './types.ts'

/** Rows of one participant, newest infusion last; made from what the site asked for and the pharmacy did. */
export function pharmacyRows(study: Study, state: ParticipantState, unblinded: UnblindedState): readonly PharmacyRow[] {
  throw new Error(`not yet: ${[study, state, unblinded].length}`)
}

/** Undefined when nothing was requested there. */
export function pharmacyView(
  study: Study,
  state: ParticipantState,
  unblinded: UnblindedState,
  encounter: string,
  context: Omit<PreparationContext, 'label'>,
): PharmacyView | undefined {
  throw new Error(`not yet: ${[study, state, unblinded, encounter, context].length}`)
}
