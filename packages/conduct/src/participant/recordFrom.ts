import type { EvaluationRecord, Facts, Study } from '@trialwright/protocol'
import type { ParticipantData } from './data.ts'

/** Records kept by the participant's consent, which all later states of a participant share until it changes. */
const kept = new WeakMap<
  object,
  Map<string, { readonly study: Study; readonly facts: Facts; readonly record: EvaluationRecord }>
>()

/**
 * The record of facts that later commands seldom change, such as those of a visit that is over: the one made before, while
 * every fact is the same. `name` tells what the record is of.
 */
export function recordFrom(
  study: Study,
  { consent }: Pick<ParticipantData, 'consent'>,
  name: string,
  facts: Facts,
): EvaluationRecord {
  const records = kept.get(consent) ?? new Map()
  kept.set(consent, records)
  const before = records.get(name)
  if (before !== undefined && before.study === study && isSame(before.facts, facts)) return before.record
  const record = study.record(facts)
  records.set(name, { study, facts, record })
  return record
}

/** Filled forms are the same objects while nothing in them has changed. */
function isSame(a: Facts, b: Facts): boolean {
  return (
    a.today === b.today &&
    a.visit === b.visit &&
    a.ranges === b.ranges &&
    a.forms.length === b.forms.length &&
    a.forms.every((form, index) => form === b.forms[index]) &&
    days.every((day) => a.events[day] === b.events[day])
  )
}

const days = ['consent', 'randomisation', 'firstInfusion', 'lastInfusion', 'visit'] as const
