import type { Text } from '@trialwright/protocol'
import type { ParticipantStatus } from './types.ts'

/** A participant's status in words, for lists that are searched and files. */
export const statusNames: Readonly<Record<ParticipantStatus, Text>> = {
  registered: { en: 'Registered', nb: 'Registrert' },
  declined: { en: 'Said no', nb: 'Takket nei' },
  consented: { en: 'Consented', nb: 'Samtykket' },
  inScreening: { en: 'In screening', nb: 'Under screening' },
  eligible: { en: 'Eligible', nb: 'Egnet' },
  screenFailed: { en: 'Screen failure', nb: 'Ikke inkludert' },
  randomised: { en: 'Randomised', nb: 'Randomisert' },
  onTreatment: { en: 'On treatment', nb: 'Under behandling' },
  treatmentStopped: { en: 'Treatment stopped', nb: 'Behandling avsluttet' },
  inFollowUp: { en: 'In follow-up', nb: 'Under oppfølging' },
  completed: { en: 'Completed', nb: 'Fullført' },
  withdrawn: { en: 'Withdrawn', nb: 'Trukket seg' },
}
