import type { Refusal, Text } from '@trialwright/protocol'

/** A row of the pharmacy's list: the participant's code and what is asked for. Unblinded roles only. */
export interface PharmacyRow {
  readonly code: string
  readonly site: string
  readonly encounter: string
  readonly title: Text
  readonly day: string
  readonly state: 'requested' | 'prepared' | 'handedOver' | 'given' | 'cancelled'
}

/** What to prepare, for whom. Unblinded roles only. */
export interface PharmacyView extends PharmacyRow {
  readonly arm: { readonly id: string; readonly title: Text }
  readonly product: Text
  /** kg; absent while it is not known to a point. */
  readonly weight?: number
  /** mg; absent where nothing is dissolved. */
  readonly dose?: number
  readonly vials: number
  /** mL */
  readonly concentrate: number
  readonly carrier: number
  readonly bagVolume: number
  readonly label?: string
  /** Where the study keeps stock: the lots to open, first expiry first; empty where there are not enough. */
  readonly picks?: readonly PickView[]
  readonly prepared?: {
    readonly at: string
    readonly by: string
    readonly batch: string
    readonly vialsOpened: number
    /** Who checked, and when under an account of their own. */
    readonly secondPerson?: string
    readonly checkedAt?: string
  }
  readonly handedOver?: { readonly at: string; readonly to?: string }
  /** The bag before this one, which was not given. */
  readonly discarded?: { readonly at: string; readonly how: 'takenBack' | 'wasted'; readonly reason: string }
  readonly toRecordPreparation: readonly Refusal[]
  readonly toCheckPreparation: readonly Refusal[]
  readonly toHandOver: readonly Refusal[]
  readonly toTakeBagBack: readonly Refusal[]
  readonly toWasteBag: readonly Refusal[]
}

export interface PickView {
  readonly lot: string
  readonly brand: string
  readonly batch: string
  readonly expiry: string
  readonly vials: number
}
