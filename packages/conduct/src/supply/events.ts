import type { Recorded } from '../context.ts'
import type { Move } from './accounts.ts'
import type { ColdChain, Countable } from './commands.ts'

/*
 * Events of a site's stock, all in its sealed stream. Each says its movements; the rest is why. A bag without vials makes the
 * same events as one with.
 */

interface Booked extends Recorded {
  readonly moves: readonly Move[]
}

/** The bag a preparation is in: whose it is and its label. */
export interface BagOf {
  readonly code: string
  readonly encounter: string
  readonly label: string
}

export interface VialsReceived extends Booked {
  readonly type: 'VialsReceived'
  readonly lot: string
  readonly product: string
  readonly brand: string
  readonly batch: string
  readonly expiry: string
  readonly shipment: string
  readonly coldChain: ColdChain
}

export interface VialsReleased extends Booked {
  readonly type: 'VialsReleased'
  readonly lot: string
  readonly reason?: string
}

export interface ExcursionRecorded extends Booked {
  readonly type: 'ExcursionRecorded'
  readonly excursion: string
  /** °C */
  readonly lowest: number
  readonly highest: number
  readonly minutes: number
  readonly what: string
  /** What lay in the storage, in quarantine already or not. */
  readonly affected: readonly { readonly lot: string; readonly vials: number }[]
}

export interface ExcursionDecided extends Booked {
  readonly type: 'ExcursionDecided'
  readonly excursion: string
  readonly decision: 'release' | 'destroy'
  readonly reason: string
  readonly witness?: string
}

export interface VialsTaken extends Booked, BagOf {
  readonly type: 'VialsTaken'
}

export interface BagTakenBack extends Booked, BagOf {
  readonly type: 'BagTakenBack'
  readonly reason: string
}

export interface BagWasted extends Booked, BagOf {
  readonly type: 'BagWasted'
  readonly reason: string
}

export interface BagsGiven extends Booked {
  readonly type: 'BagsGiven'
  readonly bags: readonly BagOf[]
}

export interface VialsWasted extends Booked {
  readonly type: 'VialsWasted'
  readonly reason: string
}

export interface VialsSentBack extends Booked {
  readonly type: 'VialsSentBack'
  readonly reason: string
}

export interface VialsDestroyed extends Booked {
  readonly type: 'VialsDestroyed'
  readonly reason: string
  readonly witness: string
}

export interface StockCounted extends Booked {
  readonly type: 'StockCounted'
  readonly lines: readonly {
    readonly lot: string
    readonly account: Countable
    readonly expected: number
    readonly counted: number
    readonly explanation?: string
  }[]
  readonly witness: string
}

export type SupplyEvent =
  | VialsReceived
  | VialsReleased
  | ExcursionRecorded
  | ExcursionDecided
  | VialsTaken
  | BagTakenBack
  | BagWasted
  | BagsGiven
  | VialsWasted
  | VialsSentBack
  | VialsDestroyed
  | StockCounted
