import type { IconName } from '../../elements/Icon.tsx'
import type { Tone } from '../../elements/Chip.tsx'
import type { EncounterStatus, ParticipantStatus, Verdict } from '../../api/participantTypes.ts'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
}

export const statusLook: Readonly<Record<ParticipantStatus, Look>> = {
  registered: { tone: 'neutral', icon: 'dot' },
  declined: { tone: 'neutral', icon: 'cross' },
  consented: { tone: 'neutral', icon: 'check' },
  inScreening: { tone: 'info', icon: 'half' },
  eligible: { tone: 'good', icon: 'check' },
  screenFailed: { tone: 'neutral', icon: 'cross' },
  randomised: { tone: 'info', icon: 'arrow' },
  onTreatment: { tone: 'good', icon: 'play' },
  treatmentStopped: { tone: 'warn', icon: 'stop' },
  inFollowUp: { tone: 'info', icon: 'clock' },
  completed: { tone: 'good', icon: 'check' },
  withdrawn: { tone: 'neutral', icon: 'stop' },
}

export const verdictLook: Readonly<Record<Verdict, Look>> = {
  eligible: { tone: 'good', icon: 'check' },
  notEligible: { tone: 'bad', icon: 'cross' },
  undecided: { tone: 'warn', icon: 'question' },
}

export const encounterLook: Readonly<Record<EncounterStatus, Look>> = {
  notYetPlannable: { tone: 'neutral', icon: 'dash' },
  upcoming: { tone: 'neutral', icon: 'dot' },
  due: { tone: 'warn', icon: 'clock' },
  overdue: { tone: 'bad', icon: 'alert' },
  booked: { tone: 'info', icon: 'clock' },
  done: { tone: 'good', icon: 'check' },
  missed: { tone: 'neutral', icon: 'cross' },
  notApplicable: { tone: 'neutral', icon: 'dash' },
  running: { tone: 'info', icon: 'play' },
}
