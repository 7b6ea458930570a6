import type { Recorded } from '../context.ts'
import { formKey, type FormsState } from '../forms/state.ts'
import type { VerificationEvent } from './events.ts'

/** That a value was compared with its source: which version, when, by whom. */
export interface Verified {
  readonly version: number
  readonly at: string
  readonly by: Recorded['by']
}

/** By `formKey`, then by item: what is verified of one form stays the same object while another is. */
export type VerificationState = Readonly<Record<string, Readonly<Record<string, Verified>>>>

export const initialVerification: VerificationState = {}

export function evolveVerification(state: VerificationState, event: VerificationEvent): VerificationState {
  const key = formKey(event.encounter, event.form)
  const before = state[key] ?? {}
  if (event.type === 'VerificationWithdrawn') {
    const gone = new Set(event.items)
    return { ...state, [key]: Object.fromEntries(Object.entries(before).filter(([item]) => !gone.has(item))) }
  }
  const { at, by } = event
  const verified = Object.fromEntries(event.values.map(({ item, version }) => [item, { version, at, by }]))
  return { ...state, [key]: { ...before, ...verified } }
}

/** Of the forms that are kept, such as logs when screening starts anew. */
export const keptWith = (state: VerificationState, forms: FormsState): VerificationState =>
  Object.fromEntries(Object.entries(state).filter(([key]) => forms[key] !== undefined))
