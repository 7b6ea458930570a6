import type { Extent } from './extent.ts'

/** Nobody changes these data until the freeze is lifted: they are being reviewed. */
export interface FreezeData {
  readonly type: 'freezeData'
  readonly extent: Extent
  readonly reason: string
}

export interface UnfreezeData {
  readonly type: 'unfreezeData'
  readonly extent: Extent
  readonly reason: string
}

/** These data are final. */
export interface LockData {
  readonly type: 'lockData'
  readonly extent: Extent
  readonly reason: string
  /** Why it is locked although something in it is still open. */
  readonly override?: string
}

export interface UnlockData {
  readonly type: 'unlockData'
  readonly extent: Extent
  readonly reason: string
}

/** Asks for one correction of a form although the database is locked, or something the form is part of. */
export interface ProposeCorrection {
  readonly type: 'proposeCorrection'
  readonly encounter: string
  readonly form: string
  readonly reason: string
}

/** The investigator's signature that the form may be corrected once. */
export interface ApproveCorrection {
  readonly type: 'approveCorrection'
  readonly encounter: string
  readonly form: string
}

export interface WithdrawCorrection {
  readonly type: 'withdrawCorrection'
  readonly encounter: string
  readonly form: string
  readonly reason: string
}

export type LockCommand =
  | FreezeData
  | UnfreezeData
  | LockData
  | UnlockData
  | ProposeCorrection
  | ApproveCorrection
  | WithdrawCorrection
