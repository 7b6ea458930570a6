import type { Recorded } from '../context.ts'
import type { Signature } from '../signatures/signature.ts'
import type { Extent } from './extent.ts'
import type { OpenLine } from './open.ts'

export interface DataFrozen extends Recorded {
  readonly type: 'DataFrozen'
  readonly extent: Extent
  readonly reason: string
}

export interface DataUnfrozen extends Recorded {
  readonly type: 'DataUnfrozen'
  readonly extent: Extent
  readonly reason: string
}

export interface DataLocked extends Recorded {
  readonly type: 'DataLocked'
  readonly extent: Extent
  readonly reason: string
  /** What was open all the same, and why it was locked. */
  readonly overridden?: { readonly reason: string; readonly open: readonly OpenLine[] }
}

export interface DataUnlocked extends Recorded {
  readonly type: 'DataUnlocked'
  readonly extent: Extent
  readonly reason: string
}

export interface CorrectionProposed extends Recorded {
  readonly type: 'CorrectionProposed'
  readonly encounter: string
  readonly form: string
  readonly reason: string
}

export interface CorrectionApproved extends Recorded {
  readonly type: 'CorrectionApproved'
  readonly encounter: string
  readonly form: string
  readonly signature: Signature<'approvesCorrection'>
}

export interface CorrectionWithdrawn extends Recorded {
  readonly type: 'CorrectionWithdrawn'
  readonly encounter: string
  readonly form: string
  readonly reason: string
}

export type LockEvent =
  | DataFrozen
  | DataUnfrozen
  | DataLocked
  | DataUnlocked
  | CorrectionProposed
  | CorrectionApproved
  | CorrectionWithdrawn
