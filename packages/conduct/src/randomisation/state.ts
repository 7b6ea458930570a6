import type { ParticipantRandomised } from './events.ts'

export interface RandomisationState {
  readonly randomised?: {
    readonly day: string
    readonly at: string
    readonly stratum: string
    readonly number: string
  }
}

export const initialRandomisation: RandomisationState = {}

export function evolveRandomisation(_: RandomisationState, event: ParticipantRandomised): RandomisationState {
  const { day, at, stratum, number } = event
  return { randomised: { day, at, stratum, number } }
}
