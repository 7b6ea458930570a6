import type { Study } from '@trialwright/protocol'
import type { Refused, SupplyContext } from '../context.ts'
import type { Refusals } from '../participant/asking.ts'
import { refused } from '../refusals/refuse.ts'
import type { SupplyEvent } from './events.ts'
import type { StockState } from './state.ts'

export type SupplyDecision = { readonly ok: true; readonly events: readonly SupplyEvent[] } | Refused

/** What every decision about a site's stock reads. */
export interface StockAsking {
  readonly study: Study
  readonly stock: StockState
  readonly context: SupplyContext
}

/** The events, unless something stands in the way. */
export const unless = (refusals: Refusals, events: () => readonly SupplyEvent[]): SupplyDecision =>
  refusals.length > 0 ? refused(...refusals) : { ok: true, events: events() }
