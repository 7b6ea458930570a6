import type { Moment } from './state.ts'

/** Times are local times of day at the site, `14:05`; numbers are as typed. */

export interface RequestPreparation {
  readonly type: 'requestPreparation'
  readonly encounter: string
}

export interface StartInfusion {
  readonly type: 'startInfusion'
  readonly encounter: string
  /** Read from the bag; its check character finds a slip. */
  readonly label: string
  readonly time: string
}

/** °C, beats/min, mmHg, mmHg, %. */
export type Vital = 'temperature' | 'pulse' | 'systolic' | 'diastolic' | 'saturation'

export interface RecordObservation {
  readonly type: 'recordObservation'
  readonly encounter: string
  readonly time: string
  readonly vitals: Readonly<Partial<Record<Vital, string>>>
  readonly note?: string
}

export interface InterruptInfusion {
  readonly type: 'interruptInfusion'
  readonly encounter: string
  readonly time: string
  readonly reason: string
}

export interface ResumeInfusion {
  readonly type: 'resumeInfusion'
  readonly encounter: string
  readonly time: string
  readonly reason: string
}

export interface EndInfusion {
  readonly type: 'endInfusion'
  readonly encounter: string
  readonly time: string
  /** mL, as typed. */
  readonly volumeGiven: string
  /** Needed when less than the whole bag was given. */
  readonly reason?: string
}

export interface RecordReaction {
  readonly type: 'recordReaction'
  readonly encounter: string
  /** Local day, for reactions that come later; the infusion's day if absent. */
  readonly day?: string
  readonly time: string
  /** CTCAE grade 1 to 5. */
  readonly grade: number
  readonly signs: string
  readonly action: string
}

export interface HoldTreatment {
  readonly type: 'holdTreatment'
  readonly reason: string
}

export interface ReleaseHold {
  readonly type: 'releaseHold'
  readonly reason: string
}

export interface StopTreatment {
  readonly type: 'stopTreatment'
  readonly reason: string
  /** The protocol's stopping rule, where one made it. */
  readonly rule?: string
}

/** A time of an infusion that is recorded: its `number`-th start, observation, interruption, resumption or end, from 1. */
export interface CorrectInfusionTime {
  readonly type: 'correctInfusionTime'
  readonly encounter: string
  readonly moment: Moment
  readonly number?: number
  readonly time: string
  readonly reason: string
}

export type TreatmentCommand =
  | RequestPreparation
  | StartInfusion
  | RecordObservation
  | InterruptInfusion
  | ResumeInfusion
  | EndInfusion
  | RecordReaction
  | HoldTreatment
  | ReleaseHold
  | StopTreatment
  | CorrectInfusionTime
