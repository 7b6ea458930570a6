import type { Signature } from '../signatures/signature.ts'
import type { CriterionSnapshot, ScreeningEvent } from './events.ts'

export interface ScreeningState {
  /** 1 for the first screening. */
  readonly attempt: number
  readonly confirmed?: {
    readonly day: string
    readonly at: string
    readonly criteria: readonly CriterionSnapshot[]
    readonly signature: Signature<'confirmsEligibility'>
  }
  readonly failed?: {
    readonly day: string
    readonly at: string
    readonly criteria: readonly string[]
    readonly note: string
  }
  /** Day the present re-screening began. */
  readonly restarted?: { readonly day: string; readonly reason: string; readonly consentsBefore: number }
}

export const initialScreening: ScreeningState = { attempt: 1 }

/** `consentsBefore`: consents given so far; one given later starts the clocks of the present screening. */
export function evolveScreening(state: ScreeningState, event: ScreeningEvent, consentsBefore: number): ScreeningState {
  switch (event.type) {
    case 'EligibilityConfirmed': {
      const { day, at, criteria, signature } = event
      return { ...state, confirmed: { day, at, criteria, signature } }
    }
    case 'ScreenFailed': {
      const { day, at, criteria, note } = event
      return { attempt: state.attempt, restarted: state.restarted, failed: { day, at, criteria, note } }
    }
    case 'RescreeningStarted':
      return { attempt: state.attempt + 1, restarted: { day: event.day, reason: event.reason, consentsBefore } }
  }
}
