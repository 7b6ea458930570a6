import type { Recorded } from '../context.ts'
import type { FormsState } from '../forms/state.ts'
import { placeKey } from '../place.ts'
import type { VerificationEvent } from './events.ts'

/** That a value was compared with its source: which version, when, by whom. */
export interface Verified {
  readonly version: number
  readonly at: string
  readonly by: Recorded['by']
}

/** By `placeKey` of the item. */
export type VerificationState = Readonly<Record<string, Verified>>

export const initialVerification: VerificationState = {}

export function evolveVerification(state: VerificationState, event: VerificationEvent): VerificationState {
  const { encounter, form } = event
  const keyOf = (item: string) => placeKey({ encounter, form, item })
  if (event.type === 'VerificationWithdrawn') {
    const gone = new Set(event.items.map(keyOf))
    return Object.fromEntries(Object.entries(state).filter(([key]) => !gone.has(key)))
  }
  const { at, by } = event
  return {
    ...state,
    ...Object.fromEntries(event.values.map(({ item, version }) => [keyOf(item), { version, at, by }])),
  }
}

/** Of the forms that are kept, such as logs when screening starts anew. */
export const keptWith = (state: VerificationState, forms: FormsState): VerificationState =>
  Object.fromEntries(
    Object.entries(state).filter(([key]) => Object.keys(forms).some((form) => key.startsWith(`${form}/`))),
  )
