import { addDuration, type Study } from '@trialwright/protocol'
import type { ParticipantSummary } from '../participant/types.ts'
import { administering } from '../treatment/order.ts'

const underTreatment: readonly ParticipantSummary['status'][] = ['randomised', 'onTreatment']

/**
 * Whether a participant may need an infusion until the stock's horizon, as far as the list's row tells: one waits that soon, or
 * one visit more is over than infusions were given. Who may not is not read for the forecast.
 */
export function mayNeed(study: Study, row: ParticipantSummary, today: string): boolean {
  if (!underTreatment.includes(row.status) || row.infusions.given >= row.infusions.planned) return false
  const until = addDuration(today, { value: study.compiled.supply?.horizon ?? 0, unit: 'd' })
  const infusions = administering(study).map(({ id }) => id)
  const waiting = row.waiting.filter(({ encounter }) => infusions.includes(encounter))
  const isSoon = waiting.some(({ booked, planned }) => (booked ?? planned ?? today) <= until)
  return isSoon || infusions.length - waiting.length > row.infusions.given
}
