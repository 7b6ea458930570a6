import type { Role } from '@trialwright/conduct'

/*
 * Who may do what, written by hand from the protocol's division of work and from ICH E6(R3) 4.3.8; nothing here is read from
 * the program. A route that is not named fails the test, and so does a role the table does not expect.
 */

/**
 * `study`: the whole study. `site`: what belongs to one site, for those of that site. `list`: many sites' rows, of which
 * one sees those of the own site. `end`: the whole study, once two people have ended the blind; before, it is refused.
 */
export type Reach = 'study' | 'site' | 'list' | 'end'

export type Rule =
  | 'everybody'
  /** Anybody with a session, whatever the role. */
  | 'signedIn'
  | { readonly reach: Reach; readonly roles: readonly Role[] }

const study = (...roles: readonly Role[]): Rule => ({ reach: 'study', roles })
const site = (...roles: readonly Role[]): Rule => ({ reach: 'site', roles })
const end = (...roles: readonly Role[]): Rule => ({ reach: 'end', roles })
const list = (...roles: readonly Role[]): Rule => ({ reach: 'list', roles })

/** Who sees forms of participants. */
const readers = ['coordinator', 'nurse', 'investigator', 'mriReader', 'monitor', 'dataManager', 'inspector'] as const

export const table: Readonly<Record<string, Rule>> = {
  publicStudies: 'everybody',
  publicStudy: 'everybody',
  signIn: 'everybody',
  demoAccounts: 'everybody',
  passkeyOptions: 'everybody',
  signInWithPasskey: 'everybody',
  invitation: 'everybody',
  activate: 'everybody',
  waysIn: 'everybody',
  beginProvider: 'everybody',
  endProvider: 'everybody',
  // One's own account, and nobody else's.
  account: 'signedIn',
  changePassword: 'signedIn',
  changeLanguage: 'signedIn',
  proposeAuthenticator: 'signedIn',
  confirmAuthenticator: 'signedIn',
  removeAuthenticator: 'signedIn',
  newPasskeyOptions: 'signedIn',
  addPasskey: 'signedIn',
  removePasskey: 'signedIn',
  endOwnSessions: 'signedIn',
  signOut: 'signedIn',
  me: 'signedIn',
  moveDemoClock: 'signedIn',
  demoTrial: 'signedIn',
  liveDemoTrial: 'signedIn',

  // Who works in the study: the administrator's to arrange, the monitor's and the inspector's to look at.
  people: study('monitor', 'inspector', 'administrator'),
  createPerson: study('administrator'),
  invitePerson: study('administrator'),
  disablePerson: study('administrator'),
  recordIdentityCheck: study('monitor', 'administrator'),
  resetFactors: study('administrator'),
  linkProvider: study('administrator'),
  unlinkProvider: study('administrator'),
  sessions: study('administrator'),
  endSessions: study('administrator'),
  grantRole: study('administrator'),
  endRole: study('administrator'),
  reviewRole: study('monitor', 'administrator'),

  // Each role reads the definition, stripped of what its side of the blind may not know.
  definition: study(
    ...readers,
    'participant',
    'statistician',
    'administrator',
    'unblindedPharmacist',
    'safetyOfficer',
    'randomisationOfficer',
  ),
  overview: study(
    'coordinator',
    'nurse',
    'investigator',
    'monitor',
    'dataManager',
    'statistician',
    'inspector',
    'administrator',
  ),
  sites: study(
    'coordinator',
    'nurse',
    'investigator',
    'monitor',
    'dataManager',
    'statistician',
    'inspector',
    'administrator',
  ),
  delegation: list(
    'coordinator',
    'nurse',
    'investigator',
    'monitor',
    'dataManager',
    'inspector',
    'administrator',
    'unblindedPharmacist',
  ),
  nameInvestigator: study('administrator'),
  delegateDuties: site('investigator'),
  acceptDelegation: site('coordinator', 'nurse', 'investigator', 'unblindedPharmacist'),
  endDelegation: site('investigator'),
  recordTraining: study('administrator', 'monitor', 'investigator'),
  withdrawTraining: study('administrator', 'monitor', 'investigator'),
  explainFinding: site('investigator', 'monitor'),
  openStudy: study('administrator'),
  openSite: study('administrator'),
  recordApproval: study('administrator'),
  withdrawApproval: study('administrator'),
  laboratoryRanges: study(
    'coordinator',
    'nurse',
    'investigator',
    'monitor',
    'dataManager',
    'inspector',
    'administrator',
  ),
  recordLaboratoryRanges: study('dataManager'),

  // The list: who enrols never sees it, asks for it, nor reads how it is drawn.
  randomisationList: study('randomisationOfficer'),
  sealRandomisationList: study('randomisationOfficer'),
  previewRandomisationList: study('randomisationOfficer'),
  importRandomisationList: study('randomisationOfficer'),
  randomisationReport: study('randomisationOfficer'),
  randomise: site('coordinator', 'investigator'),

  // A reader of images finds the images to read, and nothing of the participant's course.
  participants: list('coordinator', 'nurse', 'investigator', 'mriReader', 'monitor', 'dataManager', 'inspector'),
  registerParticipant: site('coordinator', 'investigator'),
  participant: site('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  // Whoever opens a page of the participant's, on either side of the blind.
  participantDefinition: site(...readers, 'unblindedPharmacist', 'safetyOfficer'),
  history: site('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  screening: site('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  form: site('coordinator', 'nurse', 'investigator', 'mriReader', 'monitor', 'dataManager', 'inspector'),
  signatures: site('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  // Whoever watches changes nothing a site or a participant has entered.
  recordForm: site('coordinator', 'nurse', 'investigator', 'mriReader'),
  // A sponsor's role enters nothing for a site (3.16.1 i); those who watch see which files came.
  laboratoryFiles: site('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  previewLaboratoryFile: site('coordinator', 'nurse', 'investigator'),
  importLaboratoryResults: site('coordinator', 'nurse', 'investigator'),
  recordConsent: site('coordinator', 'investigator'),
  recordDeclined: site('coordinator', 'investigator'),
  correctConsentDay: site('coordinator', 'investigator'),
  withdrawConsent: site('coordinator', 'investigator'),
  confirmEligibility: site('investigator'),
  recordScreenFailure: site('coordinator', 'investigator'),
  startRescreening: site('coordinator', 'investigator'),
  signVisit: site('investigator'),
  signVisits: site('investigator'),
  signCasebook: site('investigator'),
  bookEncounter: site('coordinator', 'nurse', 'investigator'),
  recordVisit: site('coordinator', 'nurse', 'investigator'),
  recordUnscheduledVisit: site('coordinator', 'nurse', 'investigator'),
  recordMissedVisit: site('coordinator', 'nurse', 'investigator'),

  requestPreparation: site('coordinator', 'nurse', 'investigator'),
  startInfusion: site('nurse', 'investigator'),
  recordObservation: site('nurse', 'investigator'),
  interruptInfusion: site('nurse', 'investigator'),
  resumeInfusion: site('nurse', 'investigator'),
  endInfusion: site('nurse', 'investigator'),
  correctInfusionTime: site('nurse', 'investigator'),
  recordReaction: site('nurse', 'investigator'),
  holdTreatment: site('investigator'),
  releaseHold: site('investigator'),
  stopTreatment: site('investigator'),

  // Vials, batches and doses tell arms: the pharmacy's own people alone.
  pharmacy: list('unblindedPharmacist'),
  preparation: site('unblindedPharmacist'),
  recordPreparation: site('unblindedPharmacist'),
  checkPreparation: site('unblindedPharmacist'),
  handOver: site('unblindedPharmacist'),
  takeBagBack: site('unblindedPharmacist'),
  wasteBag: site('unblindedPharmacist'),
  stock: site('unblindedPharmacist'),
  forecast: site('unblindedPharmacist'),
  receiveVials: site('unblindedPharmacist'),
  releaseVials: site('unblindedPharmacist'),
  recordExcursion: site('unblindedPharmacist'),
  decideExcursion: site('unblindedPharmacist'),
  countStock: site('unblindedPharmacist'),
  wasteVials: site('unblindedPharmacist'),
  sendBackVials: site('unblindedPharmacist'),
  destroyVials: site('unblindedPharmacist'),
  bookGiven: site('unblindedPharmacist'),

  // Who comes to know an arm, one participant at a time, and everybody once two people have ended the blind.
  breakCode: site('investigator'),
  recordAccidentalUnblinding: site('coordinator', 'nurse', 'investigator', 'monitor'),
  unblindingRegister: list('monitor', 'dataManager', 'statistician', 'inspector', 'randomisationOfficer'),
  lockDatabase: study('dataManager'),
  proposeUnblinding: study('dataManager', 'statistician', 'randomisationOfficer'),
  confirmUnblinding: study('dataManager', 'statistician', 'randomisationOfficer'),
  allocations: end('dataManager', 'statistician', 'inspector', 'randomisationOfficer'),
  envelopes: study('randomisationOfficer'),
  unblindedReadings: study('randomisationOfficer'),
  drawEnvelopeSecret: study('randomisationOfficer'),
  makeEnvelopes: study('randomisationOfficer'),
  reconcileEnvelopeOpening: study('randomisationOfficer'),
  unblindedResults: list('unblindedPharmacist', 'safetyOfficer'),
  unblindedForm: site('unblindedPharmacist', 'safetyOfficer'),
  recordUnblindedForm: site('unblindedPharmacist', 'safetyOfficer'),
  unblindForSafety: site('safetyOfficer'),

  // Data are frozen by who watches them, locked by the data manager, corrected after a lock with the investigator's signature.
  locks: study('monitor', 'dataManager', 'inspector'),
  freezeSites: study('dataManager'),
  unfreezeSites: study('dataManager'),
  lockSite: study('dataManager'),
  unlockSite: study('dataManager'),
  proposeUnlock: study('dataManager'),
  confirmUnlock: study('monitor', 'dataManager', 'statistician'),
  freezeData: site('monitor', 'dataManager'),
  unfreezeData: site('monitor', 'dataManager'),
  lockData: site('dataManager'),
  unlockData: site('dataManager'),
  proposeCorrection: site('dataManager'),
  approveCorrection: site('investigator'),
  withdrawCorrection: site('dataManager'),

  // Everybody may see what is computed; who watches judges it.
  deviations: list('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  deviationsFile: list('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  participantDeviations: site('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  classifyDeviation: site('monitor', 'dataManager'),

  // Who watches asks; who entered answers.
  queries: list('coordinator', 'nurse', 'investigator', 'mriReader', 'monitor', 'dataManager', 'inspector'),
  queryCounts: list('coordinator', 'nurse', 'investigator', 'mriReader', 'monitor', 'dataManager', 'inspector'),
  askQuery: site('monitor', 'dataManager'),
  answerQuery: site('coordinator', 'nurse', 'investigator', 'mriReader'),
  closeQuery: site('monitor', 'dataManager'),
  reopenQuery: site('monitor', 'dataManager'),

  // Monitors visit and verify; sites read what was found at their own, and never who is in the sample.
  monitoring: list('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  monitoringReport: list('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  recordMonitoringVisit: list('monitor'),
  closeMonitoringAction: list('monitor', 'dataManager'),
  signMonitoringVisit: list('monitor'),
  verification: list('monitor', 'dataManager', 'inspector'),
  participantVerification: site('monitor', 'dataManager', 'inspector'),
  visitVerification: site('monitor', 'dataManager', 'inspector'),
  verifyValues: site('monitor'),
  verifyForms: site('monitor'),
  unverifyValues: site('monitor'),

  auditTrail: list('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  auditPeople: list('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  accessLog: study('dataManager', 'inspector', 'administrator', 'randomisationOfficer'),
  today: list('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  auditExport: list('monitor', 'dataManager', 'inspector'),
  auditRecords: study('dataManager', 'inspector'),
  casebook: site('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  casebookData: site('coordinator', 'nurse', 'investigator', 'monitor', 'dataManager', 'inspector'),
  blankCasebook: study(
    'coordinator',
    'nurse',
    'investigator',
    'monitor',
    'dataManager',
    'statistician',
    'inspector',
    'administrator',
  ),
  checkpoint: study('monitor', 'dataManager', 'inspector', 'administrator', 'randomisationOfficer'),
}
