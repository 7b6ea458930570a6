import type { EncounterEvent } from './events.ts'

export interface EncounterState {
  readonly booked?: string
  readonly visit?: { readonly day: string; readonly inWindow: boolean; readonly reason?: string }
  /** Unscheduled visits: the forms chosen. */
  readonly forms?: readonly string[]
  readonly missed?: { readonly reason: string; readonly at: string }
}

/** By encounter id; one nothing has happened to is absent. */
export type EncountersState = Readonly<Record<string, EncounterState>>

export const initialEncounters: EncountersState = {}

export function evolveEncounters(state: EncountersState, event: EncounterEvent): EncountersState {
  const before = state[event.encounter]
  switch (event.type) {
    case 'EncounterBooked':
      return { ...state, [event.encounter]: { ...before, booked: event.day } }
    case 'VisitTookPlace':
      return {
        ...state,
        [event.encounter]: {
          booked: before?.booked,
          visit: { day: event.day, inWindow: event.inWindow, reason: event.reason },
        },
      }
    case 'UnscheduledVisitTookPlace': {
      const { encounter, day, reason, forms } = event
      return { ...state, [encounter]: { visit: { day, inWindow: true, reason }, forms } }
    }
    case 'VisitMissed':
      return { ...state, [event.encounter]: { booked: before?.booked, missed: { reason: event.reason, at: event.at } } }
  }
}
