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

export interface DatabaseLocked extends Recorded {
  readonly type: 'DatabaseLocked'
  readonly note: string
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
  | RandomisationListSealed
  | StudyOpened
  | SiteOpened
  | ApprovalRecorded
  | ApprovalWithdrawn
  | LaboratoryRangesRecorded
  | DatabaseLocked
  | UnblindingProposed
  | UnblindingConfirmed
