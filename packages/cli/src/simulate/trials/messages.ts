import type { Pairs, TrialRow } from '@trialwright/simulation'

/* What the main thread and a thread that runs trials tell each other. */

export interface WorkerData {
  readonly study: string
  readonly scenario: string
  readonly participants: number
  readonly seed: number
  readonly began: string
}

/** Run these trials, by their numbers. */
export type Order = readonly number[]

export type Ran = readonly { readonly row: TrialRow; readonly pairs: Pairs }[]
