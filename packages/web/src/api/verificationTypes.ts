import type { Entry, Text } from '@trialwright/protocol'

export interface Progress {
  readonly planned: number
  readonly verified: number
  readonly changed: number
}

/** How one value stands beside its source. */
export interface ItemVerification {
  readonly version: number
  readonly standing: 'verified' | 'changed' | 'unverified'
  readonly critical: boolean
  readonly at?: string
  readonly by?: string
}

export interface ParticipantVerification extends Progress {
  readonly code: string
  readonly sampled: boolean
  readonly forms: readonly (Progress & {
    readonly encounter: string
    readonly form: string
    readonly title: Text
    readonly encounterTitle: Text
  })[]
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
  readonly values: readonly ComparableValue[]
}

export interface VisitVerification extends Progress {
  readonly code: string
  readonly encounter: string
  readonly title: Text
  readonly sampled: boolean
  readonly forms: readonly ComparableForm[]
}

export interface VerificationView {
  readonly critical: readonly { readonly form: string; readonly title: Text; readonly items: readonly Text[] }[]
  readonly share: number
  readonly sites: readonly (Progress & { readonly site: string; readonly title: Text; readonly share: number })[]
  readonly found: number
  readonly participants: readonly (Progress & {
    readonly code: string
    readonly site: string
    readonly sampled: boolean
  })[]
}
