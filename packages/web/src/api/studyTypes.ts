import type { LaboratoryRange, Refusal, Text } from '@trialwright/protocol'

export interface SiteRecruitment {
  readonly site: string
  readonly title: Text
  readonly target: number
  readonly opened?: string
  readonly including: boolean
  readonly missingApprovals: readonly Text[]
  readonly registered: number
  readonly consented: number
  readonly screenFailed: number
  readonly randomised: number
  readonly byMonth: readonly { readonly month: string; readonly randomised: number }[]
}

export interface Flow {
  readonly registered: number
  readonly consented: number
  readonly declined: number
  readonly inScreening: number
  readonly screenFailed: number
  readonly failedCriteria: readonly { readonly criterion: string; readonly count: number }[]
  readonly withdrewBeforeRandomisation: number
  readonly eligibleNotYetRandomised: number
  readonly randomised: number
  readonly startedTreatment: number
  readonly onTreatment: number
  readonly stoppedTreatment: number
  readonly completedTreatment: number
  readonly withdrewAfterRandomisation: number
  readonly completed: number
}

export interface Overview {
  readonly today: string
  readonly target: number
  readonly randomised: number
  readonly sites: readonly SiteRecruitment[]
  readonly flow: Flow
  readonly overdue: number
  readonly missing: number
  readonly sealed?: { readonly commitment: string; readonly at: string }
  readonly opened?: { readonly at: string }
  readonly assumptions: readonly {
    readonly id: string
    readonly value: unknown
    readonly title: Text
    readonly why: string
    readonly question: string
    readonly confirmed?: { readonly by: string; readonly source: string }
  }[]
}

export interface PharmacyRow {
  readonly code: string
  readonly site: string
  readonly encounter: string
  readonly title: Text
  readonly day: string
  readonly state: 'requested' | 'prepared' | 'handedOver' | 'given' | 'cancelled'
}

/** Masses in mg, volumes in mL, weight in kg. Unblinded roles only. */
export interface Preparation extends PharmacyRow {
  readonly arm: { readonly id: string; readonly title: Text }
  readonly product: Text
  readonly weight: number
  readonly dose?: number
  readonly vials: number
  readonly concentrate: number
  readonly carrier: number
  readonly bagVolume: number
  readonly label?: string
  readonly prepared?: {
    readonly at: string
    readonly by: string
    readonly batch: string
    readonly vialsOpened: number
    readonly secondPerson?: string
    readonly checkedAt?: string
  }
  /** Lots to open, first expiry first; absent where the study keeps no stock. */
  readonly picks?: readonly {
    readonly lot: string
    readonly brand: string
    readonly batch: string
    readonly expiry: string
    readonly vials: number
  }[]
  readonly handedOver?: { readonly at: string; readonly to?: string }
  readonly discarded?: { readonly at: string; readonly how: 'takenBack' | 'wasted'; readonly reason: string }
  readonly toRecordPreparation: readonly Refusal[]
  readonly toCheckPreparation: readonly Refusal[]
  readonly toHandOver: readonly Refusal[]
  readonly toTakeBagBack: readonly Refusal[]
  readonly toWasteBag: readonly Refusal[]
}

export interface Ranges {
  readonly version: number
  readonly ranges: readonly LaboratoryRange[]
}
