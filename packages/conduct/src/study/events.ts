import type { LaboratoryRange } from '@trialwright/protocol'
import type { Mode, Recorded } from '../context.ts'

export interface RandomisationListSealed extends Recorded {
  readonly type: 'RandomisationListSealed'
  readonly commitment: string
  readonly strata: readonly { readonly stratum: string; readonly slots: number }[]
}

export interface StudyOpened extends Recorded {
  readonly type: 'StudyOpened'
  readonly mode: Mode
  /** Assumptions nobody had confirmed when it opened; empty outside demo mode. */
  readonly openAssumptions: readonly string[]
}

export interface SiteOpened extends Recorded {
  readonly type: 'SiteOpened'
  readonly site: string
}

export interface LaboratoryRangesRecorded extends Recorded {
  readonly type: 'LaboratoryRangesRecorded'
  readonly ranges: readonly LaboratoryRange[]
}

export type StudyEvent = RandomisationListSealed | StudyOpened | SiteOpened | LaboratoryRangesRecorded
