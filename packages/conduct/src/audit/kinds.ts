import type { LaboratoryResultsImported } from '../laboratory/events.ts'
import type { ParticipantEvent } from '../participant/events.ts'
import type { StudyEvent } from '../study/events.ts'

/** What a reviewer chooses from, rather than from some fifty types of events. */
export const auditKinds = [
  'values',
  'consent',
  'eligibility',
  'visits',
  'treatment',
  'review',
  'unblinding',
  'study',
  'access',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** Of each participant event its kind; a new event without one does not compile. */
const ofParticipants: Readonly<Record<ParticipantEvent['type'], AuditKind>> = {
  ParticipantRegistered: 'consent',
  ConsentGiven: 'consent',
  ConsentWithdrawn: 'consent',
  ConsentDeclined: 'consent',
  ConsentDayCorrected: 'consent',
  EligibilityConfirmed: 'eligibility',
  ScreenFailed: 'eligibility',
  RescreeningStarted: 'eligibility',
  ParticipantRandomised: 'eligibility',
  EncounterBooked: 'visits',
  VisitTookPlace: 'visits',
  VisitMissed: 'visits',
  UnscheduledVisitTookPlace: 'visits',
  FormRecorded: 'values',
  DeviationClassified: 'review',
  QueryOpened: 'review',
  QueryAnswered: 'review',
  QueryClosed: 'review',
  QueryReopened: 'review',
  PreparationRequested: 'treatment',
  MaskedInfusionReady: 'treatment',
  MaskedInfusionTakenBack: 'treatment',
  InfusionStarted: 'treatment',
  InfusionObserved: 'treatment',
  InfusionInterrupted: 'treatment',
  InfusionResumed: 'treatment',
  InfusionEnded: 'treatment',
  InfusionReaction: 'treatment',
  InfusionTimeCorrected: 'treatment',
  TreatmentHeld: 'treatment',
  HoldReleased: 'treatment',
  TreatmentStopped: 'treatment',
  CodeBreakRecorded: 'unblinding',
  AccidentalUnblindingRecorded: 'unblinding',
  ValuesVerified: 'review',
  VerificationWithdrawn: 'review',
  DataFrozen: 'review',
  DataUnfrozen: 'review',
  DataLocked: 'review',
  DataUnlocked: 'review',
  CorrectionProposed: 'review',
  CorrectionApproved: 'review',
  CorrectionWithdrawn: 'review',
  VisitSigned: 'review',
  CasebookSigned: 'review',
}

const ofStudies: Readonly<Record<StudyEvent['type'], AuditKind>> = {
  StudyOpened: 'study',
  SiteOpened: 'study',
  LaboratoryRangesRecorded: 'study',
  ApprovalRecorded: 'study',
  ApprovalWithdrawn: 'study',
  RandomisationListSealed: 'study',
  InvestigatorNamed: 'study',
  DutiesDelegated: 'study',
  DelegationAccepted: 'study',
  DelegationEnded: 'study',
  TrainingRecorded: 'study',
  TrainingWithdrawn: 'study',
  FindingExplained: 'review',
  MonitoringVisitRecorded: 'review',
  MonitoringActionClosed: 'review',
  MonitoringVisitSigned: 'review',
  SitesFrozen: 'review',
  SitesUnfrozen: 'review',
  SiteLocked: 'review',
  SiteUnlocked: 'review',
  DatabaseLocked: 'review',
  UnlockProposed: 'review',
  DatabaseUnlocked: 'review',
  UnblindingProposed: 'unblinding',
  UnblindingConfirmed: 'unblinding',
}

/** Files of laboratory results, taken into many participants' records at once. */
const ofFiles: Readonly<Record<LaboratoryResultsImported['type'], AuditKind>> = { LaboratoryResultsImported: 'values' }

/** What the records note by themselves. */
const ofRecords: Readonly<Record<string, AuditKind>> = {
  StudyAmended: 'study',
  ClockMoved: 'study',
  AllocationsRead: 'access',
  IdentityRecorded: 'access',
  IdentityRead: 'access',
  IdentityErased: 'access',
  ExportMade: 'access',
  UnblindedDataRead: 'access',
}

/** Types of the open log's events, by kind. */
export const typesOf = (kind: AuditKind): readonly string[] =>
  [ofParticipants, ofStudies, ofFiles, ofRecords]
    .flatMap(Object.entries<AuditKind>)
    .flatMap(([type, each]) => (each === kind ? [type] : []))

/**
 * Patterns a reviewer looks for, as the records' function `oddities` finds them. Each is a reason to look, not a finding.
 */
export const auditPatterns = [
  'correction',
  'afterQuery',
  'afterLock',
  'afterSignature',
  'oddHours',
  'manyInAnHour',
  'backDated',
  'lateEntry',
  'storedLate',
] as const
export type AuditPattern = (typeof auditPatterns)[number]
