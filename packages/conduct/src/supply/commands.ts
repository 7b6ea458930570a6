import type { Account } from './accounts.ts'

/** A delivery has come; its vials stay in quarantine until they are released. */
export interface ReceiveVials {
  readonly type: 'receiveVials'
  readonly product: string
  /** Name on the box; several brands of one product may be in stock. */
  readonly brand: string
  readonly batch: string
  /** Last day the vials may be used, `2027-03-31`. */
  readonly expiry: string
  readonly vials: number
  /** Number of the delivery note. */
  readonly shipment: string
  /** What the logger in the box says. */
  readonly coldChain: ColdChain
}

export type ColdChain = 'kept' | 'broken' | 'notLogged'

export interface ReleaseVials {
  readonly type: 'releaseVials'
  readonly lot: string
  /** Needed where the logger did not say that the cold chain was kept. */
  readonly reason?: string
}

/** The storage was too warm or too cold: the lots go to quarantine until somebody decides. */
export interface RecordExcursion {
  readonly type: 'recordExcursion'
  readonly lots: readonly string[]
  /** °C, as typed. */
  readonly lowest: string
  readonly highest: string
  readonly minutes: number
  readonly what: string
}

export interface DecideExcursion {
  readonly type: 'decideExcursion'
  readonly excursion: string
  readonly decision: 'release' | 'destroy'
  readonly reason: string
  /** Needed for destruction. */
  readonly witness?: string
}

/** Accounts whose vials lie on a shelf and can be counted. */
export type Countable = 'quarantine' | 'available' | 'returned' | 'wasted'

export interface CountStock {
  readonly type: 'countStock'
  readonly counts: readonly {
    readonly lot: string
    readonly account: Countable
    readonly counted: number
    /** Needed where the count is not the ledger's. */
    readonly explanation?: string
  }[]
  readonly witness: string
}

interface Leaving {
  readonly lot: string
  readonly from: Extract<Account, Countable>
  readonly vials: number
  readonly reason: string
}

/** Broken or spoilt; it still has to be destroyed. */
export interface WasteVials extends Leaving {
  readonly type: 'wasteVials'
}

export interface SendBackVials extends Leaving {
  readonly type: 'sendBackVials'
}

export interface DestroyVials extends Leaving {
  readonly type: 'destroyVials'
  readonly witness: string
}

/** Books the bags that were started since: which ones, the blinded side tells. */
export interface BookGiven {
  readonly type: 'bookGiven'
}

export type SupplyCommand =
  | ReceiveVials
  | ReleaseVials
  | RecordExcursion
  | DecideExcursion
  | CountStock
  | WasteVials
  | SendBackVials
  | DestroyVials
  | BookGiven

export type SupplyCommandType = SupplyCommand['type']
