import type { Recorded } from '../context.ts'
import type { BreakReason, Learner } from './commands.ts'

/** The blinded twin of a code break: who, when and why, never the arm. */
export interface CodeBreakRecorded extends Recorded {
  readonly type: 'CodeBreakRecorded'
  readonly reason: BreakReason
  readonly note: string
  readonly source: 'server' | 'envelope'
  /** Envelopes: who opened it and when, by the opener's own clock. */
  readonly opened?: { readonly id: string; readonly by: string; readonly at: string }
}

export interface AccidentalUnblindingRecorded extends Recorded {
  readonly type: 'AccidentalUnblindingRecorded'
  readonly learner: Learner
  readonly who: string
  readonly day: string
  readonly how: string
  readonly assessment: string
  readonly actions: string
}

export type UnblindingEvent = CodeBreakRecorded | AccidentalUnblindingRecorded
