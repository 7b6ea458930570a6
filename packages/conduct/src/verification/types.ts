import type { Text } from '@trialwright/protocol'
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
