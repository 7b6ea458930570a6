import type { Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import type { ParticipantState } from '../participant/state.ts'
import type { ScreeningView } from './types.ts'

export function screeningView(study: Study, state: ParticipantState, context: Context): ScreeningView {
  throw new Error(`not yet: ${[study, state, context].length}`)
}
