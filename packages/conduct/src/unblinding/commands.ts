import type { RecordForm } from '../forms/commands.ts'

/** Why one participant's arm had to be known. */
export type BreakReason = 'emergencyCare' | 'overdose' | 'exposureOfOthers' | 'other'

export const breakReasons: readonly BreakReason[] = ['emergencyCare', 'overdose', 'exposureOfOthers', 'other']

/** Opens one participant's arm to the investigator who treats them. */
export interface BreakCode {
  readonly type: 'breakCode'
  readonly reason: BreakReason
  readonly note: string
}

/** An envelope opened while the server could not be reached, as the file it left says. */
export interface EnvelopeOpening {
  /** Made by the opening command, so that one opening is reconciled once. */
  readonly id: string
  readonly participant: string
  readonly by: string
  /** The opener's own clock with its offset. */
  readonly at: string
  readonly reason: BreakReason
  readonly note: string
}

export interface ReconcileEnvelopeOpening {
  readonly type: 'reconcileEnvelopeOpening'
  readonly opening: EnvelopeOpening
}

/** Opens one arm for an expedited report (SUSAR); stays on the unblinded side. */
export interface UnblindForSafety {
  readonly type: 'unblindForSafety'
  /** The case it is for. */
  readonly note: string
}

export type Learner = 'participant' | 'siteStaff' | 'outcomeAssessor' | 'sponsorStaff' | 'other'

export const learners: readonly Learner[] = ['participant', 'siteStaff', 'outcomeAssessor', 'sponsorStaff', 'other']

/** Somebody who should not know an arm came to know it, or believes so. The arm itself is never written down. */
export interface RecordAccidentalUnblinding {
  readonly type: 'recordAccidentalUnblinding'
  readonly learner: Learner
  /** Who, by function or initials. */
  readonly who: string
  readonly day: string
  readonly how: string
  /** What it means for the participant and for the data. */
  readonly assessment: string
  readonly actions: string
}

/** Results that tell the arm: recorded and read on the unblinded side only. */
export interface RecordUnblindedForm extends Omit<RecordForm, 'type'> {
  readonly type: 'recordUnblindedForm'
}

export type UnblindingCommandType = (
  | BreakCode
  | ReconcileEnvelopeOpening
  | UnblindForSafety
  | RecordUnblindedForm
)['type']
