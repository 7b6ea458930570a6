import type { Lot, StockState } from './state.ts'

/** So many vials of a lot. */
export interface Pick {
  readonly lot: string
  readonly vials: number
}

/** Vials somebody may open on that day: released, and not past their last day. */
export const isUsable = ({ expiry, balances }: Lot, day: string): boolean => balances.available > 0 && expiry >= day

/** Lots of a product that may be used on that day, the one that expires first before the others. */
export const inOrderOfExpiry = ({ lots }: StockState, product: string, day: string): readonly Lot[] =>
  Object.values(lots)
    .filter((lot) => lot.product === product && isUsable(lot, day))
    .toSorted((a, b) => compare(a.expiry, b.expiry) || compare(a.batch, b.batch) || compare(a.id, b.id))

/** First expiry, first out. Undefined when there are not so many. */
export function pickVials(state: StockState, product: string, vials: number, day: string): readonly Pick[] | undefined {
  let left = vials
  const picks: Pick[] = []
  for (const { id, balances } of inOrderOfExpiry(state, product, day)) {
    if (left === 0) break
    const taken = Math.min(left, balances.available)
    picks.push({ lot: id, vials: taken })
    left -= taken
  }
  return left === 0 ? picks : undefined
}

export const usableVials = (state: StockState, product: string, day: string): number =>
  inOrderOfExpiry(state, product, day).reduce((sum, { balances }) => sum + balances.available, 0)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
