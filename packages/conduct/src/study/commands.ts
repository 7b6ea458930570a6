import type { DelegationCommand } from '../delegation/commands.ts'
import type { MonitoringCommand } from '../monitoring/commands.ts'
import type { LaboratoryRange } from '@trialwright/protocol'

/** The sealed list is made known by its commitment and lengths alone; arms and block sizes stay with the list. */
export interface SealRandomisationList {
  readonly type: 'sealRandomisationList'
  /** SHA-256, hex, of the list's canonical JSON with its salt. */
  readonly commitment: string
  readonly strata: readonly { readonly stratum: string; readonly slots: number }[]
}

export interface OpenStudy {
  readonly type: 'openStudy'
}

export interface OpenSite {
  readonly type: 'openSite'
  readonly site: string
}

/** Writes down that an approval for a site was given; the record does not give it. */
export interface RecordApproval {
  readonly type: 'recordApproval'
  readonly site: string
  /** One of the study's list. */
  readonly approval: string
  /** The protocol version it was given for, which must be the one that runs. */
  readonly version: string
  /** Its number or where the document is: `REK 2017/2450`. */
  readonly reference: string
  /** Day of the decision or signature. */
  readonly day: string
}

/** Recorded wrongly, or taken back by who gave it: the site includes nobody until it is recorded again. */
export interface WithdrawApproval {
  readonly type: 'withdrawApproval'
  readonly site: string
  readonly approval: string
  readonly version: string
  readonly reason: string
}

/** Adds limits; those in force keep applying to samples of their days. */
export interface RecordLaboratoryRanges {
  readonly type: 'recordLaboratoryRanges'
  readonly ranges: readonly LaboratoryRange[]
}

/** Nobody changes the data of a site, or without one of the whole study, until the freeze is lifted. */
export interface FreezeSites {
  readonly type: 'freezeSites'
  readonly site?: string
  readonly reason: string
}

export interface UnfreezeSites {
  readonly type: 'unfreezeSites'
  readonly site?: string
  readonly reason: string
}

/** The data of a site are final. */
export interface LockSite {
  readonly type: 'lockSite'
  readonly site: string
  readonly reason: string
  /** Why it is locked although something is still open. */
  readonly override?: string
}

export interface UnlockSite {
  readonly type: 'unlockSite'
  readonly site: string
  readonly reason: string
}

/** The first of two signatures that open the database again. */
export interface ProposeUnlock {
  readonly type: 'proposeUnlock'
  readonly note: string
}

/** The second one, of another person. */
export interface ConfirmUnlock {
  readonly type: 'confirmUnlock'
}

/** Participants' data no longer change. */
export interface LockDatabase {
  readonly type: 'lockDatabase'
  readonly note: string
  /** As in `LockSite`. */
  readonly override?: string
}

/** The first of two signatures that end the blind. */
export interface ProposeUnblinding {
  readonly type: 'proposeUnblinding'
  readonly note: string
}

/** The second one, of another person. */
export interface ConfirmUnblinding {
  readonly type: 'confirmUnblinding'
}

export type StudyCommand =
  | DelegationCommand
  | MonitoringCommand
  | SealRandomisationList
  | OpenStudy
  | OpenSite
  | RecordApproval
  | WithdrawApproval
  | RecordLaboratoryRanges
  | FreezeSites
  | UnfreezeSites
  | LockSite
  | UnlockSite
  | LockDatabase
  | ProposeUnlock
  | ConfirmUnlock
  | ProposeUnblinding
  | ConfirmUnblinding
export type StudyCommandType = StudyCommand['type']
