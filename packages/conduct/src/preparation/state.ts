import { evolveForms, initialForms, type FormsState } from '../forms/state.ts'
import type { CodeBroken, SafetyUnblinded } from '../unblinding/sealedEvents.ts'
import type {
  PreparationChecked,
  PreparationDiscarded,
  PreparationHandedOver,
  PreparationRecorded,
  UnblindedEvent,
} from './events.ts'

export interface Prepared extends PreparationRecorded {
  readonly checked?: { readonly at: string; readonly by: string }
  readonly handedOver?: { readonly at: string; readonly to?: string }
  readonly discarded?: { readonly at: string; readonly how: 'takenBack' | 'wasted'; readonly reason: string }
}

/** What only unblinded roles may know of a participant. */
export interface UnblindedState {
  readonly version: number
  /** Results that tell the arm. */
  readonly forms: FormsState
  /** To whom the arm was told, and why. */
  readonly told: readonly (CodeBroken | SafetyUnblinded)[]
  readonly allocation?: { readonly arm: string; readonly stratum: string; readonly slot: number }
  /** By encounter. */
  readonly preparations: Readonly<Record<string, Prepared>>
}

export const initialUnblinded: UnblindedState = { version: 0, forms: initialForms, told: [], preparations: {} }

export function evolveUnblinded(before: UnblindedState, event: UnblindedEvent): UnblindedState {
  const state = { ...before, version: before.version + 1 }
  switch (event.type) {
    case 'TreatmentAllocated':
      return { ...state, allocation: { arm: event.arm, stratum: event.stratum, slot: event.slot } }
    case 'UnblindedFormRecorded':
      return { ...state, forms: evolveForms(state.forms, { ...event, type: 'FormRecorded' }) }
    case 'CodeBroken':
    case 'SafetyUnblinded':
      return { ...state, told: [...state.told, event] }
    case 'PreparationRecorded':
      return { ...state, preparations: { ...state.preparations, [event.encounter]: event } }
    case 'PreparationChecked':
      return changed(state, event, { checked: { at: event.at, by: event.by.name } })
    case 'PreparationHandedOver':
      return changed(state, event, { handedOver: { at: event.at, to: event.to } })
    case 'PreparationDiscarded':
      return changed(state, event, { discarded: { at: event.at, how: event.how, reason: event.reason } })
  }
}

function changed(state: UnblindedState, { type, encounter }: Bagged, change: Partial<Prepared>): UnblindedState {
  const prepared = state.preparations[encounter]
  if (!prepared) throw new Error(`${type} at ${encounter} without a preparation: the stream is damaged`)
  return { ...state, preparations: { ...state.preparations, [encounter]: { ...prepared, ...change } } }
}

type Bagged = PreparationChecked | PreparationHandedOver | PreparationDiscarded

export const unblindedOf = (events: readonly UnblindedEvent[]): UnblindedState =>
  events.reduce(evolveUnblinded, initialUnblinded)
