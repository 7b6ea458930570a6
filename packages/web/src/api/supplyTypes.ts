import type { Text } from '@trialwright/protocol'

/* A site's stock, as its unblinded pharmacist sees it. Temperatures in °C. */

export type Shelf = 'quarantine' | 'available' | 'returned' | 'wasted'
export type Account = Shelf | 'outside' | 'prepared' | 'administered' | 'destroyed' | 'sentBack' | 'missing'

export interface StockProduct {
  readonly product: string
  readonly title: Text
  readonly lowest: number
  readonly highest: number
}

export type LotStanding = 'usable' | 'soon' | 'quarantine' | 'excursion' | 'expired' | 'gone'

export interface StockLot {
  readonly lot: string
  readonly product: string
  readonly brand: string
  readonly batch: string
  readonly expiry: string
  readonly standing: LotStanding
  readonly doubtful: boolean
  readonly received: number
  readonly onSite: number
  readonly balances: Readonly<Record<Exclude<Account, 'outside'>, number>>
  readonly difference: number
  readonly excursion?: string
}

export interface StockExcursion {
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
  readonly type:
    | 'VialsReceived'
    | 'VialsReleased'
    | 'ExcursionRecorded'
    | 'ExcursionDecided'
    | 'VialsTaken'
    | 'BagTakenBack'
    | 'BagWasted'
    | 'BagsGiven'
    | 'VialsWasted'
    | 'VialsSentBack'
    | 'VialsDestroyed'
    | 'StockCounted'
  readonly at: string
  readonly by: string
  readonly moves: readonly {
    readonly lot: string
    readonly batch: string
    readonly vials: number
    readonly from: Account
    readonly to: Account
  }[]
  readonly codes: readonly string[]
  readonly reason?: string
  readonly witness?: string
  readonly shipment?: string
}

export interface Stock {
  readonly site: string
  readonly today: string
  readonly products: readonly StockProduct[]
  readonly lots: readonly StockLot[]
  readonly excursions: readonly StockExcursion[]
  readonly shelves: readonly { readonly lot: string; readonly account: Shelf; readonly expected: number }[]
  readonly toBook: number
  readonly counted?: { readonly at: string; readonly by: string; readonly differences: number }
  readonly ledger: readonly LedgerRow[]
}

export interface Forecast {
  readonly until: string
  readonly products: readonly {
    readonly product: string
    readonly title: Text
    readonly usable: number
    readonly quarantine: number
    readonly needed: number
    readonly infusions: readonly {
      readonly code: string
      readonly encounter: string
      readonly title: Text
      readonly day: string
      readonly vials?: number
    }[]
    readonly reserve: number
    readonly shortFrom?: string
    readonly toOrder: number
  }[]
}
