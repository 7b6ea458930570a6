export interface RecordPreparation {
  readonly type: 'recordPreparation'
  readonly encounter: string
  /** Batch of the carrier where the study keeps stock; otherwise of the product, or of the carrier where nothing is dissolved. */
  readonly batch: string
  readonly vialsOpened: number
  /**
   * Printed name of the second person who checked, where the study keeps no stock. Where it does, the second person checks
   * under an account of their own: {@link CheckPreparation}.
   */
  readonly secondPerson?: string
  /** Needed when more vials were opened than the dose needs. */
  readonly reason?: string
  /** The lots the page showed, first expiry first; refused when others are to be taken by now. */
  readonly picks?: readonly { readonly lot: string; readonly vials: number }[]
}

/** Somebody else has checked participant, product, volume and label. */
export interface CheckPreparation {
  readonly type: 'checkPreparation'
  readonly encounter: string
}

export interface HandOver {
  readonly type: 'handOver'
  readonly encounter: string
  /** Name of the person at the site who takes it; needed where the study keeps stock. */
  readonly to?: string
}

/** A bag that was handed over and not given comes back. */
export interface TakeBagBack {
  readonly type: 'takeBagBack'
  readonly encounter: string
  readonly reason: string
}

/** A bag that was not handed over is thrown away. */
export interface WasteBag {
  readonly type: 'wasteBag'
  readonly encounter: string
  readonly reason: string
}

export type PreparationCommand = RecordPreparation | CheckPreparation | HandOver | TakeBagBack | WasteBag
export type PreparationCommandType = PreparationCommand['type']
