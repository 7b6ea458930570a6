import { type Balances, type Move, noVials, post } from './accounts.ts'
import type { BagOf, ExcursionDecided, ExcursionRecorded, SupplyEvent } from './events.ts'

export interface Lot {
  readonly id: string
  readonly product: string
  readonly brand: string
  readonly batch: string
  /** Last day of use. */
  readonly expiry: string
  readonly balances: Balances
  /** Something came whose cold chain is not known to have been kept, and was not released since. */
  readonly doubtful: boolean
}

export interface Bag extends BagOf {
  readonly at: string
  readonly moves: readonly Move[]
  readonly state: 'prepared' | 'administered' | 'returned' | 'wasted'
}

export interface Excursion extends ExcursionRecorded {
  readonly decided?: ExcursionDecided
}

/** A site's stock. Unblinded roles only. */
export interface StockState {
  readonly version: number
  /** In order of their first delivery. */
  readonly lots: Readonly<Record<string, Lot>>
  /** By label. */
  readonly bags: Readonly<Record<string, Bag>>
  readonly excursions: Readonly<Record<string, Excursion>>
  readonly ledger: readonly SupplyEvent[]
}

export const emptyStock: StockState = { version: 0, lots: {}, bags: {}, excursions: {}, ledger: [] }

export function evolveStock(before: StockState, event: SupplyEvent): StockState {
  const state = moved(
    { ...before, version: before.version + 1, ledger: [...before.ledger, event] },
    event.type === 'VialsReceived' ? withLot(before.lots, event) : before.lots,
    event.moves,
  )
  switch (event.type) {
    case 'VialsReleased':
      return { ...state, lots: { ...state.lots, [event.lot]: { ...lotOf(state, event.lot), doubtful: false } } }
    case 'ExcursionRecorded':
      return { ...state, excursions: { ...state.excursions, [event.excursion]: event } }
    case 'ExcursionDecided': {
      const excursion = state.excursions[event.excursion]
      if (!excursion) throw new Error(`no excursion ${event.excursion}: the stream is damaged`)
      return { ...state, excursions: { ...state.excursions, [event.excursion]: { ...excursion, decided: event } } }
    }
    case 'VialsTaken': {
      const { at, code, encounter, label, moves } = event
      return withBag(state, { at, code, encounter, label, moves, state: 'prepared' })
    }
    case 'BagTakenBack':
      return withBag(state, { ...bagOf(state, event.label), state: 'returned' })
    case 'BagWasted':
      return withBag(state, { ...bagOf(state, event.label), state: 'wasted' })
    case 'BagsGiven':
      return event.bags.reduce((all, { label }) => withBag(all, { ...bagOf(all, label), state: 'administered' }), state)
    case 'VialsReceived':
    case 'VialsWasted':
    case 'VialsSentBack':
    case 'VialsDestroyed':
    case 'StockCounted':
      return state
  }
}

export const stockOf = (events: readonly SupplyEvent[]): StockState => events.reduce(evolveStock, emptyStock)

/** The excursion on which nobody has decided yet and that concerns the lot. */
export const openExcursion = ({ excursions }: StockState, lot: string): Excursion | undefined =>
  Object.values(excursions).find(({ decided, affected }) => !decided && affected.some((each) => each.lot === lot))

function moved(state: StockState, lots: StockState['lots'], moves: readonly Move[]): StockState {
  const after = moves.reduce<StockState['lots']>((all, move) => {
    const lot = all[move.lot]
    if (!lot) throw new Error(`no lot ${move.lot}: the stream is damaged`)
    return { ...all, [move.lot]: { ...lot, balances: post(lot.balances, move) } }
  }, lots)
  return { ...state, lots: after }
}

function withLot(lots: StockState['lots'], event: Extract<SupplyEvent, { type: 'VialsReceived' }>): StockState['lots'] {
  const { lot: id, product, brand, batch, expiry, coldChain } = event
  const before = lots[id] ?? { id, product, brand, batch, expiry, balances: noVials, doubtful: false }
  return { ...lots, [id]: { ...before, doubtful: before.doubtful || coldChain !== 'kept' } }
}

const withBag = (state: StockState, bag: Bag): StockState => ({ ...state, bags: { ...state.bags, [bag.label]: bag } })

function lotOf({ lots }: StockState, id: string): Lot {
  const lot = lots[id]
  if (!lot) throw new Error(`no lot ${id}: the stream is damaged`)
  return lot
}

function bagOf({ bags }: StockState, label: string): Bag {
  const bag = bags[label]
  if (!bag) throw new Error(`no bag ${label}: the stream is damaged`)
  return bag
}
