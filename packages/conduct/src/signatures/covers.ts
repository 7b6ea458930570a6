import type { ParticipantEvent } from '../participant/events.ts'

/**
 * Which signed records an event changes: that of its own visit and the casebook, the casebook alone, every one, or none.
 * An event added later does not compile until it has answered.
 */
const covered: Readonly<Record<ParticipantEvent['type'], 'visit' | 'casebook' | 'all' | 'none'>> = {
  ParticipantRegistered: 'none',
  ConsentGiven: 'casebook',
  ConsentWithdrawn: 'casebook',
  ConsentDeclined: 'casebook',
  ConsentDayCorrected: 'casebook',
  EligibilityConfirmed: 'none',
  ScreenFailed: 'casebook',
  RescreeningStarted: 'all',
  ParticipantRandomised: 'casebook',
  EncounterBooked: 'none',
  VisitTookPlace: 'visit',
  VisitMissed: 'visit',
  UnscheduledVisitTookPlace: 'visit',
  FormRecorded: 'visit',
  // A question about a value does not change it.
  DeviationClassified: 'none',
  QueryOpened: 'none',
  QueryAnswered: 'none',
  QueryClosed: 'none',
  QueryReopened: 'none',
  PreparationRequested: 'none',
  MaskedInfusionReady: 'none',
  MaskedInfusionTakenBack: 'none',
  InfusionStarted: 'visit',
  InfusionObserved: 'visit',
  InfusionInterrupted: 'visit',
  InfusionResumed: 'visit',
  InfusionEnded: 'visit',
  InfusionReaction: 'visit',
  InfusionTimeCorrected: 'visit',
  TreatmentHeld: 'none',
  HoldReleased: 'none',
  TreatmentStopped: 'casebook',
  CodeBreakRecorded: 'none',
  AccidentalUnblindingRecorded: 'none',
  ValuesVerified: 'none',
  VerificationWithdrawn: 'none',
  DataFrozen: 'none',
  DataUnfrozen: 'none',
  DataLocked: 'none',
  DataUnlocked: 'none',
  CorrectionProposed: 'none',
  CorrectionApproved: 'none',
  CorrectionWithdrawn: 'none',
  VisitSigned: 'none',
  CasebookSigned: 'none',
}

/** Whether the event changes the record of a visit, or, without one, the casebook. */
export function changes(event: ParticipantEvent, encounter?: string): boolean {
  const which = covered[event.type]
  if (which === 'none' || encounter === undefined) return which !== 'none'
  return which === 'all' || (which === 'visit' && 'encounter' in event && event.encounter === encounter)
}
