import type { EvaluationRecord, LaboratoryRange, Study } from '@trialwright/protocol'
import { factsOf } from '../participant/facts.ts'
import { recordFrom } from '../participant/recordFrom.ts'
import type { ParticipantState } from '../participant/state.ts'

/** The record of a visit as of its day: what was dated later says nothing of it. */
export function recordAsOf(
  study: Study,
  state: ParticipantState,
  day: string,
  visit: string,
  ranges: readonly LaboratoryRange[],
): EvaluationRecord {
  const facts = factsOf(state, day, ranges, visit)
  const forms = facts.forms.filter(({ date }) => date <= day)
  return recordFrom(study, state, `as of ${visit}`, { ...facts, forms })
}
