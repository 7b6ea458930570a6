import type { Recorded } from '../context.ts'
import type { Vital } from './commands.ts'
import type { Moment } from './state.ts'

export interface PreparationRequested extends Recorded {
  readonly type: 'PreparationRequested'
  readonly encounter: string
  readonly day: string
  /** kg, the weight the dose is to be computed from: recorded at this visit. */
  readonly weight: number
}

/** The blinded twin of a preparation: a masked bag of the same volume in every arm has come from the pharmacy. */
export interface MaskedInfusionReady extends Recorded {
  readonly type: 'MaskedInfusionReady'
  readonly encounter: string
  readonly label: string
  /** kg, the recorded weight it was prepared for, in every arm. */
  readonly weight: number
}

/** The bag went back to the pharmacy unused: its label starts nothing any more, and another may be prepared. */
export interface MaskedInfusionTakenBack extends Recorded {
  readonly type: 'MaskedInfusionTakenBack'
  readonly encounter: string
  readonly label: string
}

export interface InfusionStarted extends Recorded {
  readonly type: 'InfusionStarted'
  readonly encounter: string
  readonly label: string
  readonly day: string
  readonly time: string
}

export interface InfusionObserved extends Recorded {
  readonly type: 'InfusionObserved'
  readonly encounter: string
  readonly time: string
  readonly vitals: Readonly<Partial<Record<Vital, number>>>
  readonly note?: string
}

export interface InfusionInterrupted extends Recorded {
  readonly type: 'InfusionInterrupted'
  readonly encounter: string
  readonly time: string
  readonly reason: string
}

export interface InfusionResumed extends Recorded {
  readonly type: 'InfusionResumed'
  readonly encounter: string
  readonly time: string
  readonly reason: string
}

export interface InfusionEnded extends Recorded {
  readonly type: 'InfusionEnded'
  readonly encounter: string
  readonly time: string
  /** mL */
  readonly volumeGiven: number
  readonly reason?: string
}

export interface InfusionReaction extends Recorded {
  readonly type: 'InfusionReaction'
  readonly encounter: string
  readonly day: string
  readonly time: string
  readonly grade: number
  readonly signs: string
  readonly action: string
}

export interface InfusionTimeCorrected extends Recorded {
  readonly type: 'InfusionTimeCorrected'
  readonly encounter: string
  readonly moment: Moment
  readonly number: number
  readonly time: string
  readonly previous: string
  readonly reason: string
}

export interface TreatmentHeld extends Recorded {
  readonly type: 'TreatmentHeld'
  readonly reason: string
}

export interface HoldReleased extends Recorded {
  readonly type: 'HoldReleased'
  readonly reason: string
}

export interface TreatmentStopped extends Recorded {
  readonly type: 'TreatmentStopped'
  readonly day: string
  /** The person's words, or the grade of the reaction that stopped it. */
  readonly reason: string
  /** `reactionGrade`, `withdrawal`, or the id of a stopping rule. */
  readonly rule?: string
}

export type TreatmentEvent =
  | PreparationRequested
  | MaskedInfusionReady
  | MaskedInfusionTakenBack
  | InfusionStarted
  | InfusionObserved
  | InfusionInterrupted
  | InfusionResumed
  | InfusionEnded
  | InfusionReaction
  | InfusionTimeCorrected
  | TreatmentHeld
  | HoldReleased
  | TreatmentStopped
