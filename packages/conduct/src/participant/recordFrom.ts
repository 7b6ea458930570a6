import type { EvaluationRecord, Facts, Study } from '@trialwright/protocol'
import type { ParticipantData } from './data.ts'
import { keeping } from './keeping.ts'

const kept = keeping<EvaluationRecord>()
const days = ['consent', 'randomisation', 'firstInfusion', 'lastInfusion', 'visit'] as const

/**
 * The record of facts that later commands seldom change, such as those of a visit that is over: the one made before, while
 * every fact is the same. `name` tells what the record is of.
 */
export function recordFrom(
  study: Study,
  participant: Pick<ParticipantData, 'consent'>,
  name: string,
  facts: Facts,
): EvaluationRecord {
  const { today, visit, ranges, events, forms } = facts
  const parts = [study, today, visit, ranges, ...days.map((day) => events[day]), ...forms]
  return kept(participant, name, parts, () => study.record(facts))
}
