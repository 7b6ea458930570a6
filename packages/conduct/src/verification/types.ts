import type { Entry, Text } from '@trialwright/protocol'
import type { Progress } from './progress.ts'

/** How one value stands; at the value itself. */
export interface ItemVerification {
  /** The version to be compared now. */
  readonly version: number
  readonly standing: 'verified' | 'changed' | 'unverified'
  readonly critical: boolean
  readonly at?: string
  readonly by?: string
}

export interface FormVerification extends Progress {
  readonly encounter: string
  readonly form: string
  readonly title: Text
  readonly encounterTitle: Text
}

export interface ParticipantVerification extends Progress {
  readonly code: string
  /** Every value is planned, not the critical ones alone. */
  readonly sampled: boolean
  readonly forms: readonly FormVerification[]
}

/** A value of a visit, to be held against its source. */
export interface ComparableValue {
  readonly item: string
  readonly entry: Entry
  /** Whether the plan asks for it of this participant. */
  readonly planned: boolean
  readonly verification: ItemVerification
}

export interface ComparableForm extends Progress {
  readonly form: string
  readonly day: string
  readonly laboratory?: string
  /** In the form's order; the definition holds their questions. */
  readonly values: readonly ComparableValue[]
}

/** Everything recorded at one encounter that the reader may compare with its source. */
export interface VisitVerification extends Progress {
  readonly code: string
  readonly encounter: string
  readonly title: Text
  readonly sampled: boolean
  /** In the order of the visit. */
  readonly forms: readonly ComparableForm[]
}

/** The monitor's work list: what the plan asks for, by site and participant, those with most left first. */
export interface VerificationPage {
  readonly critical: readonly { readonly form: string; readonly title: Text; readonly items: readonly Text[] }[]
  /** Share of participants whose every value is verified, 0 to 1. */
  readonly share: number
  readonly sites: readonly ({ readonly site: string; readonly title: Text; readonly share: number } & Progress)[]
  /** Participants the plan asks something of; the first hundred follow. */
  readonly found: number
  readonly participants: readonly ({
    readonly code: string
    readonly site: string
    readonly sampled: boolean
  } & Progress)[]
}
