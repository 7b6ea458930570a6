import type { Recorded } from '../context.ts'
import type { FormRecorded } from '../forms/events.ts'
import { formKey } from '../forms/state.ts'
import type { LockEvent } from './events.ts'
import { type Extent, extentKey } from './extent.ts'

/** That data are closed to changes, since when, by whom and why. */
export interface Closure {
  readonly kind: 'frozen' | 'locked'
  readonly at: string
  readonly by: Recorded['by']
  readonly reason: string
}

export interface ClosedExtent extends Closure {
  readonly extent: Extent
}

/** One correction of a locked form, asked for and, once an investigator has signed, allowed. */
export interface Correction {
  readonly encounter: string
  readonly form: string
  readonly reason: string
  readonly at: string
  readonly by: Recorded['by']
  readonly approved?: { readonly at: string; readonly by: Recorded['by'] }
}

export interface LocksState {
  /** By `extentKey`. */
  readonly closed: Readonly<Record<string, ClosedExtent>>
  /** By `formKey`; one that was made, or withdrawn, is gone. */
  readonly corrections: Readonly<Record<string, Correction>>
}

export const initialLocks: LocksState = { closed: {}, corrections: {} }

export function evolveLocks(state: LocksState, event: LockEvent | FormRecorded): LocksState {
  switch (event.type) {
    case 'DataFrozen':
    case 'DataLocked': {
      const { extent, at, by, reason } = event
      const kind = event.type === 'DataFrozen' ? 'frozen' : 'locked'
      return { ...state, closed: { ...state.closed, [extentKey(extent)]: { kind, extent, at, by, reason } } }
    }
    case 'DataUnfrozen':
    case 'DataUnlocked':
      return { ...state, closed: without(state.closed, extentKey(event.extent)) }
    case 'CorrectionProposed': {
      const { encounter, form, reason, at, by } = event
      const asked = { encounter, form, reason, at, by }
      return { ...state, corrections: { ...state.corrections, [formKey(encounter, form)]: asked } }
    }
    case 'CorrectionApproved': {
      const key = formKey(event.encounter, event.form)
      const approved = { ...state.corrections[key]!, approved: { at: event.at, by: event.by } }
      return { ...state, corrections: { ...state.corrections, [key]: approved } }
    }
    case 'CorrectionWithdrawn':
      return { ...state, corrections: without(state.corrections, formKey(event.encounter, event.form)) }
    case 'FormRecorded': {
      // An approved correction is good for one saving; while nothing is locked it waits for none.
      const key = formKey(event.encounter, event.form)
      return state.corrections[key]?.approved ? { ...state, corrections: without(state.corrections, key) } : state
    }
  }
}

const without = <T>(all: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([each]) => each !== key))
