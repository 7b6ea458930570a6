import { plannedDays, type CompiledEncounter, type EvaluationRecord, type Study } from '@trialwright/protocol'
import { consentDay } from '../consent/versions.ts'
import { infusionDays } from '../participant/facts.ts'
import type { ParticipantData } from '../participant/data.ts'
import { isFirstInfusion } from '../treatment/order.ts'

export interface Plan {
  readonly planned?: string
  /** First and last day of the window, both included; absent while nothing fixes them. */
  readonly from?: string
  readonly to?: string
}

/**
 * When an encounter is due: so many local calendar days, or calendar months, after its anchor. Nothing else moves it: a
 * late infusion shifts only what is anchored on the last one.
 */
export function planOf(encounter: CompiledEncounter, state: ParticipantData): Plan {
  const infusions = infusionDays(state)
  const day = {
    consent: consentDay(state),
    randomisation: state.randomisation.randomised?.day,
    firstInfusion: infusions[0],
    lastInfusion: infusions.at(-1),
  }[encounter.anchor]
  return day === undefined ? {} : plannedDays(encounter, day)
}

/** Whether its turn can have come: its anchor has happened, or it is the first infusion, which starts the study days itself. */
export const isOpen = (study: Study, state: ParticipantData, encounter: CompiledEncounter): boolean =>
  planOf(encounter, state).planned !== undefined ||
  (isFirstInfusion(study, encounter.id) && state.consent.given.length > 0)

/** Whether it concerns the participant; not known counts as yes, for it may. */
export const concerns = (study: Study, encounter: CompiledEncounter, record: EvaluationRecord): boolean =>
  encounter.appliesTo === undefined || study.condition(encounter.appliesTo, record) !== 'no'

export const isWithin = (day: string, { from, to }: Plan): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to)
