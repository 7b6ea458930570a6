import type { Duty } from '@trialwright/protocol'
import type { CommandType } from '../permissions.ts'
import type { Role } from '../roles.ts'

/** Roles held at a site, whose people act by what is delegated to them. */
export const delegatedRoles: readonly Role[] = ['coordinator', 'nurse', 'investigator', 'unblindedPharmacist']

/** Of which duty an act is. One that stands nowhere needs some delegation, whichever. */
export const dutyOf: Readonly<Partial<Record<CommandType, Duty>>> = {
  registerParticipant: 'consent',
  recordConsent: 'consent',
  recordDeclined: 'consent',
  correctConsentDay: 'consent',
  withdrawConsent: 'consent',
  confirmEligibility: 'eligibility',
  recordScreenFailure: 'eligibility',
  startRescreening: 'eligibility',
  randomise: 'randomisation',
  bookEncounter: 'visits',
  recordVisit: 'visits',
  recordMissedVisit: 'visits',
  recordUnscheduledVisit: 'visits',
  recordForm: 'data',
  answerQuery: 'data',
  requestPreparation: 'infusion',
  startInfusion: 'infusion',
  recordObservation: 'infusion',
  interruptInfusion: 'infusion',
  resumeInfusion: 'infusion',
  endInfusion: 'infusion',
  correctInfusionTime: 'infusion',
  recordReaction: 'infusion',
  holdTreatment: 'medical',
  releaseHold: 'medical',
  stopTreatment: 'medical',
  breakCode: 'medical',
  signVisit: 'signing',
  signVisits: 'signing',
  signCasebook: 'signing',
  approveCorrection: 'signing',
  recordPreparation: 'product',
  checkPreparation: 'product',
  handOver: 'product',
  takeBagBack: 'product',
  wasteBag: 'product',
  receiveVials: 'product',
  releaseVials: 'product',
  recordExcursion: 'product',
  decideExcursion: 'product',
  countStock: 'product',
  wasteVials: 'product',
  sendBackVials: 'product',
  destroyVials: 'product',
  bookGiven: 'product',
}

/** Protects somebody: never refused for want of a paper, but found. */
export const emergencies: readonly CommandType[] = [
  'breakCode',
  'recordReaction',
  'recordObservation',
  'interruptInfusion',
  'endInfusion',
  'holdTreatment',
  'stopTreatment',
  'withdrawConsent',
  'recordAccidentalUnblinding',
]

/** How the log itself is kept, and what is said of it. */
export const ungated: readonly CommandType[] = [
  'delegateDuties',
  'acceptDelegation',
  'endDelegation',
  'recordTraining',
  'withdrawTraining',
  'explainFinding',
]
