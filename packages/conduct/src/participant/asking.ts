import type { Refusal, Study } from '@trialwright/protocol'
import type { Context, Recorded } from '../context.ts'
import type { ParticipantState } from './state.ts'

/** What every decision about a participant reads. */
export interface Asking {
  readonly study: Study
  readonly state: ParticipantState
  readonly context: Context
}

/** Nothing stands in the way when empty; otherwise every reason, in the order a person would meet them. */
export type Refusals = readonly Refusal[]

/** The common part of an event, from the context alone. */
export function stamp(context: Pick<Context, 'now' | 'actor' | 'clientTime'>): Recorded {
  const { account, printedName, role } = context.actor
  return {
    at: context.now,
    by: { account, name: printedName, role },
    ...(context.clientTime === undefined ? {} : { clientTime: context.clientTime }),
  }
}

/** Computed when first asked for, then kept. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
