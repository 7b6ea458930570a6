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
  readonly prepared?: {
    readonly at: string
    readonly by: string
    readonly batch: string
    readonly vialsOpened: number
    readonly secondPerson: string
  }
  readonly handedOver?: { readonly at: string }
  readonly toRecordPreparation: readonly Refusal[]
  readonly toHandOver: readonly Refusal[]
}
