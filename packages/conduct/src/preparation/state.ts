import type { PreparationRecorded, UnblindedEvent } from './events.ts'

/** What only unblinded roles may know of a participant. */
export interface UnblindedState {
  readonly version: number
  readonly allocation?: { readonly arm: string; readonly stratum: string; readonly slot: number }
  /** By encounter. */
  readonly preparations: Readonly<
    Record<string, PreparationRecorded & { readonly handedOver?: { readonly at: string } }>
  >
}

export const initialUnblinded: UnblindedState = { version: 0, preparations: {} }

export function evolveUnblinded(before: UnblindedState, event: UnblindedEvent): UnblindedState {
  const state = { ...before, version: before.version + 1 }
  switch (event.type) {
    case 'TreatmentAllocated':
      return { ...state, allocation: { arm: event.arm, stratum: event.stratum, slot: event.slot } }
    case 'PreparationRecorded':
      return { ...state, preparations: { ...state.preparations, [event.encounter]: event } }
    case 'PreparationHandedOver': {
      const prepared = state.preparations[event.encounter]
      if (!prepared) throw new Error(`handed over at ${event.encounter} without a preparation: the stream is damaged`)
      return {
        ...state,
        preparations: { ...state.preparations, [event.encounter]: { ...prepared, handedOver: { at: event.at } } },
      }
    }
  }
}

export const unblindedOf = (events: readonly UnblindedEvent[]): UnblindedState =>
  events.reduce(evolveUnblinded, initialUnblinded)
