import type { LaboratoryRange } from '@trialwright/protocol'
import type { DelegationEvent } from '../delegation/events.ts'
import type { MonitoringEvent } from '../monitoring/events.ts'
import type { OpenLine } from '../locks/open.ts'
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
  /** Drawn once; with it participants whose every value is verified are drawn. Shown to nobody. */
  readonly samplingSalt?: string
}

export interface SiteOpened extends Recorded {
  readonly type: 'SiteOpened'
  readonly site: string
}

export interface ApprovalRecorded extends Recorded {
  readonly type: 'ApprovalRecorded'
  readonly site: string
  readonly approval: string
  readonly protocolVersion: string
  readonly reference: string
  readonly day: string
}

export interface ApprovalWithdrawn extends Recorded {
  readonly type: 'ApprovalWithdrawn'
  readonly site: string
  readonly approval: string
  readonly protocolVersion: string
  readonly reason: string
}

export interface LaboratoryRangesRecorded extends Recorded {
  readonly type: 'LaboratoryRangesRecorded'
  readonly ranges: readonly LaboratoryRange[]
}

export interface SitesFrozen extends Recorded {
  readonly type: 'SitesFrozen'
  /** Absent: the whole study. */
  readonly site?: string
  readonly reason: string
}

export interface SitesUnfrozen extends Recorded {
  readonly type: 'SitesUnfrozen'
  readonly site?: string
  readonly reason: string
}

export interface SiteLocked extends Recorded {
  readonly type: 'SiteLocked'
  readonly site: string
  readonly reason: string
  readonly overridden?: Overridden
}

export interface SiteUnlocked extends Recorded {
  readonly type: 'SiteUnlocked'
  readonly site: string
  readonly reason: string
}

export interface UnlockProposed extends Recorded {
  readonly type: 'UnlockProposed'
  readonly note: string
}

export interface DatabaseUnlocked extends Recorded {
  readonly type: 'DatabaseUnlocked'
}

/** What was open at a lock all the same, and why it was locked. */
export interface Overridden {
  readonly reason: string
  readonly open: readonly OpenLine[]
}

export interface DatabaseLocked extends Recorded {
  readonly type: 'DatabaseLocked'
  readonly note: string
  readonly overridden?: Overridden
}

export interface UnblindingProposed extends Recorded {
  readonly type: 'UnblindingProposed'
  readonly note: string
}

/** From here on arms and delayed values may be read. */
export interface UnblindingConfirmed extends Recorded {
  readonly type: 'UnblindingConfirmed'
}

export type StudyEvent =
  | DelegationEvent
  | MonitoringEvent
  | RandomisationListSealed
  | StudyOpened
  | SiteOpened
  | ApprovalRecorded
  | ApprovalWithdrawn
  | LaboratoryRangesRecorded
  | SitesFrozen
  | SitesUnfrozen
  | SiteLocked
  | SiteUnlocked
  | DatabaseLocked
  | UnlockProposed
  | DatabaseUnlocked
  | UnblindingProposed
  | UnblindingConfirmed
