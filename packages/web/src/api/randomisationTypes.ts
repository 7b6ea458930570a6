import type { Refusal, Text } from '@trialwright/protocol'

export interface RandomisationList {
  readonly sealed?: { readonly commitment: string; readonly at: string }
  readonly strata: readonly { readonly stratum: string; readonly slots: number; readonly taken: number }[]
}

interface Estimate {
  readonly mean: number
  readonly standardError: number
}

interface Balance {
  readonly end: Estimate
  readonly worstEnd: number
  readonly worst: number
}

/** A scheme tried out on invented trials. */
export interface Tried {
  readonly name: Text
  readonly source: string
  readonly own: boolean
  readonly characteristics: {
    readonly overall: Balance & { readonly distribution: readonly (readonly [imbalance: number, share: number])[] }
    readonly withinStratum: Balance
    readonly guessed: { readonly convergence: Estimate; readonly best: Estimate; readonly certain: Estimate }
  }
}

export interface RandomisationReport {
  readonly participants: number
  readonly strata: readonly number[]
  readonly runs: number
  /** Above this share a scheme needs a sign-off. */
  readonly limit: number
  readonly needsSignOff: boolean
  readonly tried: readonly Tried[]
}

export interface ReportProgress {
  /** Schemes tried, of so many. */
  readonly done: number
  readonly of: number
  readonly report?: RandomisationReport
}

export interface ImportPreview {
  readonly refusals: readonly Refusal[]
  readonly more: number
  readonly file: string
  readonly list?: {
    readonly strata: readonly {
      readonly stratum: string
      readonly slots: number
      readonly arms: readonly { readonly arm: string; readonly count: number }[]
    }[]
    readonly guessed: number
    readonly needsSignOff: boolean
  }
}
