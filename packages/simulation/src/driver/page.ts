import type { Verdict } from '@trialwright/protocol'

/* The parts of the server's pages that the driver reads. */

export interface Scheduled {
  readonly id: string
  readonly contact: 'visit' | 'phone' | 'home' | 'imaging' | 'log' | 'unscheduled'
  readonly administers: boolean
  readonly state:
    | 'notYetPlannable'
    | 'upcoming'
    | 'due'
    | 'overdue'
    | 'booked'
    | 'done'
    | 'missed'
    | 'notApplicable'
    | 'running'
  readonly planned?: string
  readonly from?: string
  readonly to?: string
  readonly forms: readonly { readonly form: string; readonly version: number }[]
}

export interface ParticipantPage {
  readonly status: string
  readonly screening: { readonly verdict: Verdict }
  readonly treatment: {
    readonly infusions: readonly {
      readonly encounter: string
      readonly status: string
      readonly label?: string
      readonly day?: string
    }[]
    readonly held?: object
    readonly stopped?: object
  }
  readonly schedule: readonly Scheduled[]
  readonly logs: readonly Scheduled[]
}

/** Unblinded roles only. */
export interface PharmacyPage {
  readonly arm: { readonly id: string }
  readonly vials: number
  readonly label?: string
}

/** Unblinded roles only. */
export interface ForecastPage {
  readonly products: readonly { readonly product: string; readonly toOrder: number }[]
}

export interface StockPage {
  readonly lots: readonly { readonly lot: string; readonly batch: string }[]
}
