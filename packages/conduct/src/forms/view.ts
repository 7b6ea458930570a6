import type { Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import type { ParticipantState } from '../participant/state.ts'
import type { FormView } from './types.ts'

/** Undefined when the encounter has no such form. */
export function formView(
  study: Study,
  state: ParticipantState,
  encounter: string,
  form: string,
  context: Context,
): FormView | undefined {
  throw new Error(`not yet: ${[study, state, encounter, form, context].length}`)
}
