import type { Recorded } from '../context.ts'
import type { SealedUnblindingEvent } from '../unblinding/sealedEvents.ts'

/*
 * Events of the unblinded stream. Nothing outside this folder imports them, so no blinded view can take one.
 */

/** Written by the records' allocation itself, not by a decision: the arm of the slot taken. */
export interface TreatmentAllocated {
  readonly type: 'TreatmentAllocated'
  readonly participant: string
  readonly stratum: string
  readonly slot: number
  readonly arm: string
}

export interface PreparationRecorded extends Recorded {
  readonly type: 'PreparationRecorded'
  readonly encounter: string
  /** Local day of the request it answers. */
  readonly requestedDay: string
  readonly arm: string
  readonly product: string
  /** kg */
  readonly weight: number
  /** mg; null where nothing is dissolved. */
  readonly dose: number | null
  readonly vialsNeeded: number
  readonly vialsOpened: number
  /** mL of concentrate in the bag, and of carrier beside it. */
  readonly concentrate: number
  readonly carrier: number
  readonly batch: string
  /** From the stock, first expiry first; absent where the study keeps none. */
  readonly taken?: readonly TakenVials[]
  /** Absent where the second person checks under an account of their own. */
  readonly secondPerson?: string
  readonly label: string
  readonly reason?: string
}

export interface TakenVials {
  readonly lot: string
  readonly brand: string
  readonly batch: string
  readonly vials: number
}

export interface PreparationChecked extends Recorded {
  readonly type: 'PreparationChecked'
  readonly encounter: string
  readonly label: string
}

export interface PreparationHandedOver extends Recorded {
  readonly type: 'PreparationHandedOver'
  readonly encounter: string
  readonly label: string
  /** Who took it. */
  readonly to?: string
}

/** The bag is not given any more: it came back, or was thrown away before it left. */
export interface PreparationDiscarded extends Recorded {
  readonly type: 'PreparationDiscarded'
  readonly encounter: string
  readonly label: string
  readonly how: 'takenBack' | 'wasted'
  readonly reason: string
}

export type UnblindedEvent =
  | SealedUnblindingEvent
  | TreatmentAllocated
  | PreparationRecorded
  | PreparationChecked
  | PreparationHandedOver
  | PreparationDiscarded
