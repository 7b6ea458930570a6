import {
  askedOn,
  dayNumber,
  type EvaluationRecord,
  isoOf,
  type LaboratoryRange,
  type Study,
} from '@trialwright/protocol'
import { recordOn } from '../participant/facts.ts'
import type { ParticipantState } from '../participant/state.ts'
import { remembered } from '../remembered.ts'

/** Days looked ahead. */
const horizon = 60

/** The first day on which a criterion that is met today is met no longer: an image grown old, a birthday, a test of long ago. */
export interface Expiring {
  readonly day: string
  readonly criteria: readonly string[]
}

/**
 * What runs out while somebody waits to be randomised, by asking the criteria themselves about days to come. A criterion that
 * is lost and met again within the horizon may be told late.
 */
export function expiringOf(
  study: Study,
  state: ParticipantState,
  ranges: readonly LaboratoryRange[],
  today: string,
): Expiring | undefined {
  const { consent, screening, randomisation } = state
  if (consent.given.length === 0 || consent.withdrawn || screening.failed || randomisation.randomised) return undefined
  return soonest(recordOn(study, state, today, ranges), study, today)
}

const soonest = remembered((record: EvaluationRecord, study: Study, today: string): Expiring | undefined => {
  const on = (day: number) => isoOf(dayNumber(today) + day)
  const metOn = (day: number) =>
    study
      .criteria(askedOn(record, dayNumber(today) + day))
      .flatMap(({ id, standing }) => (standing === 'met' ? [id] : []))
  const metToday = metOn(0)
  const lostBy = (day: number): readonly string[] => {
    const later = new Set(metOn(day))
    return metToday.filter((id) => !later.has(id))
  }
  if (metToday.length === 0 || lostBy(horizon).length === 0) return undefined
  let [kept, lost] = [0, horizon]
  while (lost - kept > 1) {
    const middle = Math.floor((kept + lost) / 2)
    if (lostBy(middle).length > 0) lost = middle
    else kept = middle
  }
  return { day: on(lost), criteria: lostBy(lost) }
})
