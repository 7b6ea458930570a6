import type { Answer, Text } from '@trialwright/protocol'
import type { Closure, Correction } from './lockTypes.ts'
import type { By, Possibility, Signature } from './types.ts'
import type { Unblinding } from './unblindingTypes.ts'

export type ParticipantStatus =
  | 'registered'
  | 'declined'
  | 'consented'
  | 'inScreening'
  | 'eligible'
  | 'screenFailed'
  | 'randomised'
  | 'onTreatment'
  | 'treatmentStopped'
  | 'inFollowUp'
  | 'completed'
  | 'withdrawn'

export type EncounterStatus =
  | 'notYetPlannable'
  | 'upcoming'
  | 'due'
  | 'overdue'
  | 'booked'
  | 'done'
  | 'missed'
  | 'notApplicable'
  | 'running'

export type Verdict = 'eligible' | 'notEligible' | 'undecided'
export type CriterionAnswer = Answer | 'notApplicable'

export interface Summary {
  readonly code: string
  readonly site: string
  readonly status: ParticipantStatus
  readonly verdict: Verdict
  readonly today: string
  readonly nextDue?: {
    readonly encounter: string
    readonly title: Text
    readonly state: EncounterStatus
    readonly planned?: string
    readonly from?: string
    readonly to?: string
    readonly booked?: string
  }
  readonly overdue: number
  readonly missing: number
  /** Queries that wait for the site. */
  readonly queries: number
  readonly reconsentDue: boolean
  readonly held: boolean
  readonly infusions: { readonly given: number; readonly planned: number }
}

export interface ParticipantList {
  readonly rows: readonly Summary[]
  readonly next?: string
  readonly all: number
  readonly found: number
  readonly attention: number
  readonly sites: readonly string[]
  readonly statuses: readonly ParticipantStatus[]
}

/** Days are local calendar days of the site; a window includes both its ends. */
export interface Encounter {
  readonly id: string
  readonly title: Text
  readonly short: Text
  readonly epoch: string
  readonly contact: 'visit' | 'phone' | 'home' | 'imaging' | 'log' | 'unscheduled'
  readonly administers: boolean
  readonly state: EncounterStatus
  readonly planned?: string
  readonly from?: string
  readonly to?: string
  readonly booked?: string
  readonly day?: string
  readonly reason?: string
  readonly inWindow?: boolean
  readonly signed: 'unsigned' | 'valid' | 'void'
  readonly forms: readonly { readonly form: string; readonly title: Text; readonly version: number }[]
  readonly formsMissing: readonly {
    readonly form: string
    readonly title: Text
    readonly state: 'notStarted' | 'incomplete'
    readonly items: readonly string[]
  }[]
}

export interface Rule {
  readonly id: string
  readonly kind: 'requirement' | 'hold' | 'stop'
  readonly text: Text
  readonly remedy: Text
  readonly reading?: Text
  readonly answer: CriterionAnswer
}

export type Vital = 'temperature' | 'pulse' | 'systolic' | 'diastolic' | 'saturation'

export interface Infusion {
  readonly encounter: string
  readonly title: Text
  readonly status: 'requested' | 'ready' | 'running' | 'interrupted' | 'ended'
  readonly requestedDay: string
  readonly weight: number
  readonly label?: string
  readonly day?: string
  readonly started?: string
  readonly interruptions: readonly { readonly from: string; readonly to?: string; readonly reason: string }[]
  readonly observations: readonly {
    readonly time: string
    readonly vitals: Readonly<Partial<Record<Vital, number>>>
    readonly note?: string
  }[]
  readonly reactions: readonly {
    readonly day: string
    readonly time: string
    readonly grade: number
    readonly signs: string
    readonly action: string
  }[]
  readonly ended?: { readonly time: string; readonly volumeGiven: number; readonly reason?: string }
}

export interface CriterionSnapshot {
  readonly id: string
  readonly answer: CriterionAnswer
  readonly standing: 'met' | 'notMet' | 'undecided'
}

export interface Confirmation {
  readonly day: string
  readonly signature: Signature
  readonly criteria: readonly CriterionSnapshot[]
}

export interface ScreenFailure {
  readonly day: string
  readonly criteria: readonly string[]
  readonly note: string
}

export interface Participant {
  readonly code: string
  readonly site: { readonly id: string; readonly title: Text; readonly timeZone: string }
  readonly status: ParticipantStatus
  readonly today: string
  readonly version: number
  readonly consent: {
    readonly given: readonly {
      readonly version: string
      readonly title: Text
      readonly day: string
      readonly at: string
      readonly by: By
    }[]
    readonly current?: { readonly version: string; readonly title: Text; readonly from: string }
    readonly reconsentDue: boolean
    readonly declined?: { readonly day: string; readonly reason: string }
    readonly withdrawn?: { readonly day: string; readonly scope: string; readonly reason: string }
  }
  readonly screening: {
    readonly attempt: number
    readonly verdict: Verdict
    readonly confirmed?: Confirmation
    readonly failed?: ScreenFailure
  }
  readonly randomised?: { readonly day: string; readonly at: string; readonly number: string }
  readonly treatment: {
    readonly infusions: readonly Infusion[]
    readonly planned: number
    readonly held?: { readonly at: string; readonly reason: string }
    readonly stopped?: { readonly day: string; readonly reason: string; readonly rule?: string }
    readonly holds: readonly Rule[]
    readonly stops: readonly Rule[]
    readonly next?: string
  }
  readonly unblinding: Unblinding
  readonly schedule: readonly Encounter[]
  /** The database is locked. */
  readonly locked: boolean
  readonly closed: readonly Closure[]
  readonly corrections: readonly Correction[]
  /** Open from consent to the end. */
  readonly logs: readonly Encounter[]
  readonly possible: readonly Possibility[]
}

/** One line of the audit trail, in words. */
export interface HistoryRow {
  readonly position: number
  readonly version: number
  readonly type: string
  readonly at: string
  readonly recordedAt: string
  readonly by: By
  readonly what: Text
  readonly changes: readonly {
    readonly label: Text
    readonly from?: Text
    readonly to: Text
    readonly reason?: string
  }[]
}
