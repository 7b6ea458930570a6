import type { EvaluationRecord, LaboratoryRange, Study } from '@trialwright/protocol'
import { factsOf } from '../participant/facts.ts'
import { recordFrom } from '../participant/recordFrom.ts'
import type { ParticipantData } from '../participant/data.ts'

/** The record of a visit as of its day: what was dated later says nothing of it. */
export function recordAsOf(
  study: Study,
  state: ParticipantData,
  day: string,
  visit: string,
  ranges: readonly LaboratoryRange[],
): EvaluationRecord {
  return recordOf(study, state, day, visit, ranges, 'as of')
}

/** As `recordAsOf`, but without what the visit's own forms tell of how its infusion went. */
export const recordBefore = (
  study: Study,
  state: ParticipantData,
  day: string,
  visit: string,
  ranges: readonly LaboratoryRange[],
): EvaluationRecord => recordOf(study, state, day, visit, ranges, 'before', study.compiled.infusion.toldBy)

function recordOf(
  study: Study,
  state: ParticipantData,
  day: string,
  visit: string,
  ranges: readonly LaboratoryRange[],
  when: 'as of' | 'before',
  without: readonly string[] = [],
): EvaluationRecord {
  const facts = factsOf(state, day, ranges, visit)
  const forms = facts.forms.filter(
    ({ date, encounter, form }) => date <= day && !(encounter === visit && without.includes(form)),
  )
  return recordFrom(study, state, `${when} ${visit}`, { ...facts, forms })
}
