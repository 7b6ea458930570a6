import type { Text } from '@trialwright/protocol'
import type { Account, Move } from './accounts.ts'
import type { Countable } from './commands.ts'
import type { SupplyEvent } from './events.ts'

/* What the unblinded pharmacist sees of the stock. Unblinded roles only. */

export interface ProductView {
  readonly product: string
  readonly title: Text
  /** °C */
  readonly lowest: number
  readonly highest: number
}

/** `soon`: within the days a stock is to last. `gone`: nothing of it is at the site any more. */
export type LotStanding = 'usable' | 'soon' | 'quarantine' | 'excursion' | 'expired' | 'gone'

export interface LotView {
  readonly lot: string
  readonly product: string
  readonly brand: string
  readonly batch: string
  readonly expiry: string
  readonly standing: LotStanding
  /** The cold chain of what came last is not known to have been kept. */
  readonly doubtful: boolean
  readonly received: number
  /** Vials at the site. */
  readonly onSite: number
  readonly balances: Readonly<Record<Exclude<Account, 'outside'>, number>>
  /** What was received less what all other accounts hold: zero. */
  readonly difference: number
  /** Open excursion that concerns it. */
  readonly excursion?: string
}

export interface ExcursionView {
  readonly excursion: string
  readonly at: string
  readonly by: string
  readonly lowest: number
  readonly highest: number
  readonly minutes: number
  readonly what: string
  readonly affected: readonly { readonly lot: string; readonly batch: string; readonly vials: number }[]
  readonly decided?: {
    readonly at: string
    readonly by: string
    readonly decision: 'release' | 'destroy'
    readonly reason: string
    readonly witness?: string
  }
}

export interface LedgerRow {
  readonly number: number
  readonly type: SupplyEvent['type']
  readonly at: string
  readonly by: string
  readonly moves: readonly (Move & { readonly batch: string })[]
  /** Participants whose bags it concerns. */
  readonly codes: readonly string[]
  readonly reason?: string
  readonly witness?: string
  readonly shipment?: string
}

export interface StockView {
  readonly site: string
  readonly today: string
  readonly products: readonly ProductView[]
  /** What expires first before the others; what is gone last. */
  readonly lots: readonly LotView[]
  /** Undecided ones first. */
  readonly excursions: readonly ExcursionView[]
  /** What a count has to name. */
  readonly shelves: readonly { readonly lot: string; readonly account: Countable; readonly expected: number }[]
  /** Bags whose infusion was started and that are not booked yet. */
  readonly toBook: number
  readonly counted?: { readonly at: string; readonly by: string; readonly differences: number }
  /** Newest first. */
  readonly ledger: readonly LedgerRow[]
}

export interface ForecastView {
  readonly site: string
  readonly today: string
  /** Last day counted. */
  readonly until: string
  readonly products: readonly ProductForecast[]
}

export interface ProductForecast {
  readonly product: string
  readonly title: Text
  readonly usable: number
  readonly quarantine: number
  /** Vials the participants at the site are going to need until then, and how many infusions that is. */
  readonly needed: number
  readonly infusions: readonly ForecastInfusion[]
  /** Vials kept beyond that. */
  readonly reserve: number
  /** First day on which the released vials do not suffice, counting those that expire before as gone. */
  readonly shortFrom?: string
  /** Vials to order, so that need and reserve are covered; quarantine counts as if it were released. */
  readonly toOrder: number
}

export interface ForecastInfusion {
  readonly code: string
  readonly encounter: string
  readonly title: Text
  readonly day: string
  /** By the latest weight; absent while none is known, and then counted as the most anybody here needs. */
  readonly vials?: number
}
