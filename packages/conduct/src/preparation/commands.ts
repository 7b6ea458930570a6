export interface RecordPreparation {
  readonly type: 'recordPreparation'
  readonly encounter: string
  /** Batch of the product, or of the carrier where nothing is dissolved. */
  readonly batch: string
  readonly vialsOpened: number
  /** Printed name of the second person who checked. */
  readonly secondPerson: string
  /** Needed when more vials were opened than the dose needs. */
  readonly reason?: string
}

export interface HandOver {
  readonly type: 'handOver'
  readonly encounter: string
}

export type PreparationCommand = RecordPreparation | HandOver
export type PreparationCommandType = PreparationCommand['type']
