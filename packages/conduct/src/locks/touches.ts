import type { ParticipantCommand, ParticipantCommandType } from '../participant/commands.ts'
import type { Extent } from './extent.ts'

/**
 * What a command would change: some of the participant's data, which must then not be frozen or locked; or nothing that may
 * wait. `goesOn` while parts are frozen or locked, and ends with the lock of the database; `always`, after it too.
 * A command added later does not compile until it has answered.
 */
type Touched = Extent | 'goesOn' | 'always'

type Touches = {
  readonly [Type in ParticipantCommandType]: (command: Extract<ParticipantCommand, { type: Type }>) => Touched
}

const all: Extent = {}
const whole = (): Touched => all
const visit = ({ encounter }: { readonly encounter: string }): Touched => ({ encounter })
const form = ({ encounter, form: id }: { readonly encounter: string; readonly form: string }): Touched => ({
  encounter,
  form: id,
})
/** A person's safety, an infusion that runs, or a person's own will: no freeze stands in their way. */
const safety = (): Touched => 'goesOn'
/** Says something about the data and changes none of them. */
const about = (): Touched => 'goesOn'
/** The blind, and what opens a lock. */
const always = (): Touched => 'always'

const touches: Touches = {
  registerParticipant: whole,
  recordConsent: whole,
  withdrawConsent: safety,
  recordDeclined: whole,
  correctConsentDay: whole,
  correctInfusionTime: visit,
  recordForm: form,
  classifyDeviation: about,
  askQuery: about,
  answerQuery: about,
  closeQuery: about,
  reopenQuery: about,
  confirmEligibility: whole,
  recordScreenFailure: whole,
  startRescreening: whole,
  randomise: whole,
  bookEncounter: visit,
  recordVisit: visit,
  recordMissedVisit: visit,
  recordUnscheduledVisit: ({ encounter }) => (encounter === undefined ? whole() : { encounter }),
  requestPreparation: visit,
  startInfusion: visit,
  recordObservation: safety,
  interruptInfusion: safety,
  resumeInfusion: safety,
  endInfusion: safety,
  recordReaction: safety,
  holdTreatment: safety,
  releaseHold: whole,
  stopTreatment: safety,
  recordAccidentalUnblinding: always,
  signVisit: about,
  signVisits: about,
  signCasebook: about,
  verifyValues: about,
  verifyForms: about,
  unverifyValues: about,
  freezeData: about,
  unfreezeData: about,
  lockData: about,
  unlockData: about,
  proposeCorrection: always,
  approveCorrection: always,
  withdrawCorrection: always,
}

/** Every command there is on a participant. */
export const participantCommandTypes = Object.keys(touches) as readonly ParticipantCommandType[]

export const touchedBy = (command: ParticipantCommand): Touched =>
  (touches[command.type] as (command: ParticipantCommand) => Touched)(command)
