import type { Text } from '@trialwright/protocol'

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
