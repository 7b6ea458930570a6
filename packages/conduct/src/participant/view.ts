import type { Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import type { ParticipantState } from './state.ts'
import type { ParticipantSummary, ParticipantView } from './types.ts'

type Seen = Pick<Context, 'today' | 'ranges'>

/** A row of the list. */
export function participantSummary(study: Study, state: ParticipantState, seen: Seen): ParticipantSummary {
  throw new Error(`not yet: ${[study, state, seen].length}`)
}

/** The row on another day: what is next and overdue is counted again, without the events. */
export function asOf(summary: ParticipantSummary, today: string): ParticipantSummary {
  throw new Error(`not yet: ${[summary, today].length}`)
}

/** The participant's page for the person asking. */
export function participantView(study: Study, state: ParticipantState, context: Context): ParticipantView {
  throw new Error(`not yet: ${[study, state, context].length}`)
}
