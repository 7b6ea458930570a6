import { addDuration, type Study } from '@trialwright/protocol'
import { onSite, sumOf } from './accounts.ts'
import { shelves } from './count.ts'
import type { SupplyEvent } from './events.ts'
import { toBook } from './given.ts'
import { type Excursion, type Lot, openExcursion, type StockState } from './state.ts'
import type { ExcursionView, LedgerRow, LotStanding, LotView, StockView } from './types.ts'

interface Looking {
  readonly site: string
  readonly today: string
  /** Labels of the infusions started at the site. */
  readonly started: ReadonlySet<string>
}

/** A site's stock: every lot with its accounts, what waits for somebody, and the ledger. Undefined where the study keeps none. */
export function stockView(study: Study, stock: StockState, { site, today, started }: Looking): StockView | undefined {
  const { supply } = study.compiled
  if (!supply) return undefined
  const soon = addDuration(today, { value: supply.horizon, unit: 'd' })
  const lots = Object.values(stock.lots).map((lot) => lotView(stock, lot, today, soon))
  const count = stock.ledger.findLast((event) => event.type === 'StockCounted')
  return {
    site,
    today,
    products: supply.products.map(({ id, title, lowest, highest }) => ({ product: id, title, lowest, highest })),
    lots: lots.toSorted((a, b) => rank(a) - rank(b) || (a.expiry < b.expiry ? -1 : a.expiry > b.expiry ? 1 : 0)),
    excursions: Object.values(stock.excursions)
      .toReversed()
      .toSorted((a, b) => Number(a.decided !== undefined) - Number(b.decided !== undefined))
      .map((excursion) => excursionView(stock, excursion)),
    shelves: shelves(stock),
    toBook: toBook(stock, started).length,
    ...(count && { counted: { at: count.at, by: count.by.name, differences: count.moves.length } }),
    ledger: stock.ledger.map((event, index) => ledgerRow(stock, event, index + 1)).toReversed(),
  }
}

const rank = ({ standing }: LotView): number => (standing === 'gone' ? 1 : 0)

function lotView(stock: StockState, lot: Lot, today: string, soon: string): LotView {
  const { outside, ...balances } = lot.balances
  const excursion = openExcursion(stock, lot.id)?.excursion
  const { id, product, brand, batch, expiry, doubtful } = lot
  return {
    lot: id,
    product,
    brand,
    batch,
    expiry,
    standing: standingOf(lot, excursion, today, soon),
    doubtful: doubtful && balances.quarantine > 0,
    received: 0 - outside,
    onSite: onSite(lot.balances),
    balances,
    difference: 0 - sumOf(lot.balances),
    ...(excursion === undefined ? {} : { excursion }),
  }
}

function standingOf(
  { balances, expiry }: Lot,
  excursion: string | undefined,
  today: string,
  soon: string,
): LotStanding {
  const { available, quarantine } = balances
  if (available + quarantine === 0) return 'gone'
  if (excursion !== undefined) return 'excursion'
  if (expiry < today) return 'expired'
  if (available === 0) return 'quarantine'
  return expiry < soon ? 'soon' : 'usable'
}

const batchOf = ({ lots }: StockState, lot: string): string => lots[lot]?.batch ?? lot

const excursionView = (stock: StockState, excursion: Excursion): ExcursionView => ({
  excursion: excursion.excursion,
  at: excursion.at,
  by: excursion.by.name,
  lowest: excursion.lowest,
  highest: excursion.highest,
  minutes: excursion.minutes,
  what: excursion.what,
  affected: excursion.affected.map(({ lot, vials }) => ({ lot, batch: batchOf(stock, lot), vials })),
  ...(excursion.decided && {
    decided: {
      at: excursion.decided.at,
      by: excursion.decided.by.name,
      decision: excursion.decided.decision,
      reason: excursion.decided.reason,
      ...(excursion.decided.witness === undefined ? {} : { witness: excursion.decided.witness }),
    },
  }),
})

function ledgerRow(stock: StockState, event: SupplyEvent, number: number): LedgerRow {
  const codes = 'bags' in event ? event.bags.map(({ code }) => code) : 'code' in event ? [event.code] : []
  const reason = 'reason' in event ? event.reason : 'what' in event ? event.what : undefined
  return {
    number,
    type: event.type,
    at: event.at,
    by: event.by.name,
    moves: event.moves.map((move) => ({ ...move, batch: batchOf(stock, move.lot) })),
    codes,
    ...(reason === undefined ? {} : { reason }),
    ...('witness' in event && event.witness !== undefined ? { witness: event.witness } : {}),
    ...('shipment' in event ? { shipment: event.shipment } : {}),
  }
}
