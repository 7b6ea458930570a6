import type { Verdict } from '@trialwright/protocol'
import type { ParticipantState } from './state.ts'
import type { ParticipantStatus, ScheduledEncounter } from './types.ts'

/** Where a participant stands, in one word. */
export function statusOf(
  state: ParticipantState,
  verdict: Verdict,
  encounters: readonly ScheduledEncounter[],
  infusionsLeft: number,
): ParticipantStatus {
  const { consent, screening, randomisation, treatment } = state
  if (consent.withdrawn?.scope === 'everything') return 'withdrawn'
  if (screening.failed) return 'screenFailed'
  if (!randomisation.randomised) {
    if (consent.given.length === 0) return consent.declined ? 'declined' : 'registered'
    if (screening.confirmed && verdict === 'eligible') return 'eligible'
    const begun = Object.keys(state.forms).length > 0 || Object.keys(state.encounters).length > 0
    return begun || screening.attempt > 1 ? 'inScreening' : 'consented'
  }
  const open = encounters.filter(({ state: status }) => !['done', 'missed', 'notApplicable'].includes(status))
  if (open.length === 0) return 'completed'
  if (treatment.stopped) return 'treatmentStopped'
  if (Object.values(treatment.infusions).every(({ started }) => started === undefined)) return 'randomised'
  return infusionsLeft > 0 ? 'onTreatment' : 'inFollowUp'
}
