import type { DemoAccounts } from '@trialwright/server'

/* What the simulation's own server and whoever started it tell each other. */

export interface Ready {
  readonly kind: 'ready'
  readonly address: string
  readonly accounts: DemoAccounts
}

/** How long answers took on the server, by route, in milliseconds. */
export interface RouteTime {
  readonly route: string
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly most: number
}

export interface Verified {
  readonly log: string
  readonly records: number
  /** In words; undefined when every record is as it was written. */
  readonly problem?: string
}

export interface AnswersOf {
  readonly times: readonly RouteTime[]
  /** Every event of the study, open and sealed, as stored. */
  readonly events: string
  readonly verified: readonly Verified[]
}

export type Question = keyof AnswersOf
export interface Asked {
  readonly kind: 'ask'
  readonly question: Question
}
export interface Answered {
  readonly kind: 'answer'
  readonly question: Question
  readonly answer: AnswersOf[Question]
}
export interface Stopping {
  readonly kind: 'stop'
}
export type ToServer = Asked | Stopping
export type FromServer = Ready | Answered | { readonly kind: 'failed'; readonly why: string }
