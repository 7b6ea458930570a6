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

/** Adds limits; those in force keep applying to samples of their days. */
export interface RecordLaboratoryRanges {
  readonly type: 'recordLaboratoryRanges'
  readonly ranges: readonly LaboratoryRange[]
}

/** Participants' data no longer change. */
export interface LockDatabase {
  readonly type: 'lockDatabase'
  readonly note: string
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
  | SealRandomisationList
  | OpenStudy
  | OpenSite
  | RecordLaboratoryRanges
  | LockDatabase
  | ProposeUnblinding
  | ConfirmUnblinding
export type StudyCommandType = StudyCommand['type']
