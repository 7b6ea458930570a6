import type { Facts, LaboratoryRange, Study } from '@trialwright/protocol'
import type { ParticipantState } from './state.ts'
import type { ScheduledEncounter } from './types.ts'

export function factsOf(
  state: ParticipantState,
  today: string,
  ranges: readonly LaboratoryRange[],
  visit?: string,
): Facts {
  throw new Error(`not yet: ${[state, today, ranges, visit].length}`)
}

export function schedule(
  study: Study,
  state: ParticipantState,
  today: string,
  ranges: readonly LaboratoryRange[],
): readonly ScheduledEncounter[] {
  throw new Error(`not yet: ${[study, state, today, ranges].length}`)
}
