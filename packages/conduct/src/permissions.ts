import type { Role } from './roles.ts'
import type { ParticipantCommandType } from './participant/commands.ts'
import type { PreparationCommandType } from './preparation/commands.ts'
import type { StudyCommandType } from './study/commands.ts'
import type { UnblindingCommandType } from './unblinding/commands.ts'
import type { SupplyCommandType } from './supply/commands.ts'

/** Changes of people's accounts and roles: decided by the records, which hold them beside the trial. */
export type PeopleCommandType =
  | 'createPerson'
  | 'invitePerson'
  | 'grantRole'
  | 'endRole'
  | 'reviewRole'
  | 'disablePerson'
  | 'recordIdentityCheck'
  | 'resetFactors'
  | 'linkProvider'
  | 'unlinkProvider'
  | 'endSessions'

export type CommandType =
  | 'importLaboratoryResults'
  | PeopleCommandType
  | UnblindingCommandType
  | StudyCommandType
  | ParticipantCommandType
  | PreparationCommandType
  | SupplyCommandType

const site: readonly Role[] = ['coordinator', 'nurse', 'investigator']
const infusing: readonly Role[] = ['nurse', 'investigator']
const pharmacy: readonly Role[] = ['unblindedPharmacist']
const asking: readonly Role[] = ['monitor', 'dataManager']
const watching: readonly Role[] = ['monitor', 'dataManager', 'inspector']

/** Which roles may ask for what. The one table: routes, decisions and the access matrix read it. */
export const permissions: Readonly<Record<CommandType, readonly Role[]>> = {
  createPerson: ['administrator'],
  invitePerson: ['administrator'],
  grantRole: ['administrator'],
  endRole: ['administrator'],
  // Somebody else than who gave the role may look whether it is still needed.
  reviewRole: ['administrator', 'monitor'],
  disablePerson: ['administrator'],
  recordIdentityCheck: ['administrator', 'monitor'],
  resetFactors: ['administrator'],
  linkProvider: ['administrator'],
  unlinkProvider: ['administrator'],
  endSessions: ['administrator'],
  sealRandomisationList: ['randomisationOfficer'],
  nameInvestigator: ['administrator'],
  delegateDuties: ['investigator'],
  acceptDelegation: [...site, ...pharmacy],
  endDelegation: ['investigator'],
  recordTraining: ['administrator', 'monitor', 'investigator'],
  withdrawTraining: ['administrator', 'monitor', 'investigator'],
  explainFinding: ['investigator', 'monitor'],
  openStudy: ['administrator'],
  openSite: ['administrator'],
  recordApproval: ['administrator'],
  withdrawApproval: ['administrator'],
  recordLaboratoryRanges: ['dataManager'],
  recordMonitoringVisit: ['monitor'],
  closeMonitoringAction: ['monitor', 'dataManager'],
  signMonitoringVisit: ['monitor'],
  freezeSites: ['dataManager'],
  unfreezeSites: ['dataManager'],
  lockSite: ['dataManager'],
  unlockSite: ['dataManager'],
  lockDatabase: ['dataManager'],
  proposeUnlock: ['dataManager'],
  confirmUnlock: ['dataManager', 'monitor', 'statistician'],
  proposeUnblinding: ['dataManager', 'statistician', 'randomisationOfficer'],
  confirmUnblinding: ['dataManager', 'statistician', 'randomisationOfficer'],
  registerParticipant: ['coordinator', 'investigator'],
  recordConsent: ['coordinator', 'investigator'],
  withdrawConsent: ['coordinator', 'investigator'],
  recordForm: [...site, 'mriReader'],
  importLaboratoryResults: site,
  classifyDeviation: asking,
  askQuery: asking,
  answerQuery: [...site, 'mriReader'],
  closeQuery: asking,
  reopenQuery: asking,
  confirmEligibility: ['investigator'],
  verifyValues: ['monitor'],
  verifyForms: ['monitor'],
  unverifyValues: ['monitor'],
  freezeData: ['dataManager', 'monitor'],
  unfreezeData: ['dataManager', 'monitor'],
  lockData: ['dataManager'],
  unlockData: ['dataManager'],
  proposeCorrection: ['dataManager'],
  approveCorrection: ['investigator'],
  withdrawCorrection: ['dataManager'],
  signVisit: ['investigator'],
  signVisits: ['investigator'],
  signCasebook: ['investigator'],
  recordScreenFailure: ['coordinator', 'investigator'],
  startRescreening: ['coordinator', 'investigator'],
  randomise: ['coordinator', 'investigator'],
  bookEncounter: site,
  recordVisit: site,
  recordMissedVisit: site,
  recordUnscheduledVisit: site,
  requestPreparation: site,
  startInfusion: infusing,
  recordObservation: infusing,
  interruptInfusion: infusing,
  resumeInfusion: infusing,
  endInfusion: infusing,
  recordReaction: infusing,
  correctInfusionTime: infusing,
  recordDeclined: ['coordinator', 'investigator'],
  correctConsentDay: ['coordinator', 'investigator'],
  holdTreatment: ['investigator'],
  releaseHold: ['investigator'],
  stopTreatment: ['investigator'],
  breakCode: ['investigator'],
  recordAccidentalUnblinding: [...site, 'monitor'],
  reconcileEnvelopeOpening: ['randomisationOfficer'],
  unblindForSafety: ['safetyOfficer'],
  recordUnblindedForm: ['unblindedPharmacist', 'safetyOfficer'],
  recordPreparation: pharmacy,
  checkPreparation: pharmacy,
  handOver: pharmacy,
  takeBagBack: pharmacy,
  wasteBag: pharmacy,
  receiveVials: pharmacy,
  releaseVials: pharmacy,
  recordExcursion: pharmacy,
  decideExcursion: pharmacy,
  countStock: pharmacy,
  wasteVials: pharmacy,
  sendBackVials: pharmacy,
  destroyVials: pharmacy,
  bookGiven: pharmacy,
}

export type ViewName =
  | 'people'
  | 'sessions'
  | 'definition'
  | 'participantDefinition'
  | 'overview'
  | 'sites'
  | 'delegation'
  | 'participants'
  | 'participant'
  | 'screening'
  | 'form'
  | 'queries'
  | 'deviations'
  | 'history'
  | 'laboratoryRanges'
  | 'laboratoryFiles'
  | 'randomisationList'
  | 'randomisationReport'
  | 'pharmacy'
  | 'stock'
  | 'audit'
  | 'auditTrail'
  | 'accessLog'
  | 'today'
  | 'auditExport'
  | 'auditRecords'
  | 'casebook'
  | 'blankCasebook'
  | 'unblindingRegister'
  | 'signatures'
  | 'locks'
  | 'monitoring'
  | 'monitoringReport'
  | 'verification'
  | 'participantVerification'
  | 'visitVerification'
  | 'allocations'
  | 'envelopes'
  | 'unblindedResults'
  | 'unblindedReadings'

const readers: readonly Role[] = [...site, 'mriReader', ...watching]

/**
 * Which roles may read what. The pharmacist reads the pharmacy's page alone, which holds what preparing needs; a reader
 * of images sees no course of a participant, only the forms of readers.
 */
export const viewPermissions: Readonly<Record<ViewName, readonly Role[]>> = {
  people: ['administrator', 'monitor', 'inspector'],
  sessions: ['administrator'],
  definition: [
    ...readers,
    'participant',
    'statistician',
    'administrator',
    'unblindedPharmacist',
    'safetyOfficer',
    'randomisationOfficer',
  ],
  participantDefinition: [...readers, 'unblindedPharmacist', 'safetyOfficer'],
  overview: [...site, ...watching, 'statistician', 'administrator'],
  sites: [...site, ...watching, 'statistician', 'administrator'],
  delegation: [...site, ...pharmacy, ...watching, 'administrator'],
  participants: readers,
  participant: [...site, ...watching],
  screening: [...site, ...watching],
  form: readers,
  queries: readers,
  deviations: [...site, ...watching],
  history: [...site, ...watching],
  signatures: [...site, ...watching],
  /** What is frozen and locked, and the checklist before a lock. */
  locks: watching,
  /** Sites read their own reports: they are to act on them. */
  monitoring: [...site, ...watching],
  monitoringReport: [...site, ...watching],
  /** Who is in the sample is for those who verify: a site that knew would enter these with more care. */
  verification: watching,
  participantVerification: watching,
  visitVerification: watching,
  laboratoryRanges: [...site, ...watching, 'administrator'],
  /** Files of laboratory results that were taken. */
  laboratoryFiles: [...site, ...watching],
  randomisationList: ['randomisationOfficer'],
  /** Names block sizes and other parameters of the draw. */
  randomisationReport: ['randomisationOfficer'],
  pharmacy,
  stock: pharmacy,
  audit: [...watching, 'administrator', 'randomisationOfficer'],
  auditTrail: [...site, ...watching],
  auditExport: watching,
  /** The records themselves, whole: nobody from whom part of a record is kept. */
  auditRecords: ['dataManager', 'inspector'],
  casebook: [...site, ...watching],
  blankCasebook: [...site, ...watching, 'statistician', 'administrator'],
  /** The first page of those who work with participants. */
  today: [...site, ...watching],
  accessLog: ['dataManager', 'inspector', 'administrator', 'randomisationOfficer'],
  unblindingRegister: [...watching, 'statistician', 'randomisationOfficer'],
  /** Arms, once the study is unblinded; the database refuses before. */
  allocations: ['dataManager', 'statistician', 'inspector', 'randomisationOfficer'],
  envelopes: ['randomisationOfficer'],
  unblindedResults: ['unblindedPharmacist', 'safetyOfficer'],
  /** Who read what tells arms; for one who prepares nothing and judges nobody. */
  unblindedReadings: ['randomisationOfficer'],
}
