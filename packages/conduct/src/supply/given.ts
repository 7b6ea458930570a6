import { stamp } from '../participant/asking.ts'
import { refuse, refused } from '../refusals/refuse.ts'
import type { StockAsking, SupplyDecision } from './asking.ts'
import type { BagsGiven } from './events.ts'
import type { Bag, StockState } from './state.ts'

/** Bags prepared and not yet booked whose infusion was started, by the labels the blinded side has recorded. */
export const toBook = ({ bags }: StockState, started: ReadonlySet<string>): readonly Bag[] =>
  Object.values(bags).filter(({ state, label }) => state === 'prepared' && started.has(label))

/** So few in one event, that one with vials takes no more room than one without. */
const atOnce = 4

export function bookGiven({ stock, context }: StockAsking): SupplyDecision {
  const bags = toBook(stock, context.started)
  if (bags.length === 0) return refused(refuse('nothingToRecord'))
  const groups = Array.from({ length: Math.ceil(bags.length / atOnce) }, (_, index) =>
    bags.slice(index * atOnce, (index + 1) * atOnce),
  )
  return {
    ok: true,
    events: groups.map(
      (group): BagsGiven => ({
        type: 'BagsGiven',
        ...stamp(context),
        bags: group.map(({ code, encounter, label }) => ({ code, encounter, label })),
        moves: group.flatMap(({ moves }) =>
          moves.map(({ lot, vials }) => ({ lot, vials, from: 'prepared' as const, to: 'administered' as const })),
        ),
      }),
    ),
  }
}
