import type { EditCheck, Study } from '@trialwright/protocol'
import type { FormRecorded } from '../forms/events.ts'
import { formKey } from '../forms/state.ts'
import type { ParticipantEvent } from '../participant/events.ts'
import { trialDays } from '../participant/facts.ts'
import type { ParticipantState } from '../participant/state.ts'
import { remembered } from '../remembered.ts'

/** A check that something it reads has changed for: at these visits, or at any. */
export interface Touched {
  readonly check: EditCheck
  readonly visits: ReadonlySet<string> | 'all'
}

/**
 * Only checks that read what has just changed are asked again. A form filled in for the first time, or whose day is corrected,
 * counts as changed in all its items, for its day is the day its checks are asked about.
 */
export function touchedBy(
  study: Study,
  before: ParticipantState,
  after: ParticipantState,
  events: readonly ParticipantEvent[],
): readonly Touched[] {
  const anew = events.some(({ type }) => type === 'RescreeningStarted')
  const days = daysMoved(before, after)
  const saved = events
    .filter((event): event is FormRecorded => event.type === 'FormRecorded')
    .map(({ encounter, form, changes, corrected }) => ({
      encounter,
      form,
      whole: before.forms[formKey(encounter, form)] === undefined || corrected !== undefined,
      items: new Set(changes.map(({ item }) => item)),
    }))
  const visited = events.flatMap((event) =>
    event.type === 'VisitTookPlace' || event.type === 'VisitMissed' ? [event.encounter] : [],
  )
  if (!anew && days.size === 0 && saved.length === 0 && visited.length === 0) return []
  return study.checks.flatMap((check): readonly Touched[] => {
    if (anew || check.events.some((event) => days.has(event))) return [{ check, visits: 'all' }]
    const visits = new Set(check.events.includes('visit') ? visited : [])
    for (const { encounter, form, whole, items } of saved) {
      const read = (readOf(check).get(form) ?? []).filter(({ item }) => whole || items.has(item))
      if (read.some(({ at }) => at !== 'thisVisit')) return [{ check, visits: 'all' }]
      if (read.length > 0) visits.add(encounter)
    }
    return visits.size === 0 ? [] : [{ check, visits }]
  })
}

/** What a check reads, by form. */
const readOf = remembered(({ reads }: EditCheck) => Map.groupBy(reads, ({ form }) => form))

/** Trial events whose day is another than before. */
function daysMoved(before: ParticipantState, after: ParticipantState): ReadonlySet<string> {
  const [old, now] = [trialDays(before), trialDays(after)]
  return new Set(Object.entries(now).flatMap(([event, day]) => (old[event as keyof typeof old] === day ? [] : [event])))
}
