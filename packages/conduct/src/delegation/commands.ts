/** The sponsor names who answers for a site; there is one at a time. */
export interface NameInvestigator {
  readonly type: 'nameInvestigator'
  readonly site: string
  /** Account. */
  readonly person: string
}

/** The responsible investigator hands duties to somebody; signed. */
export interface DelegateDuties {
  readonly type: 'delegateDuties'
  readonly site: string
  readonly person: string
  /** Of the study's list. */
  readonly duties: readonly string[]
  /** First day, today at the earliest: nobody delegates backwards. */
  readonly from: string
  /** Last day. */
  readonly until?: string
}

/** The person takes them on; signed. Until then they may not be acted upon. */
export interface AcceptDelegation {
  readonly type: 'acceptDelegation'
  readonly site: string
  readonly delegation: string
}

export interface EndDelegation {
  readonly type: 'endDelegation'
  readonly site: string
  readonly delegation: string
  /** The first day it no longer holds. */
  readonly day: string
  readonly reason: string
}

/** Somebody attests what people have learned: a course's list of those present is one command. */
export interface RecordTraining {
  readonly type: 'recordTraining'
  readonly people: readonly string[]
  /** Of the study's list. */
  readonly training: string
  /** Day it was completed. */
  readonly day: string
  /** Where the proof is: number of a certificate, place in the site's folder. */
  readonly evidence: string
  /** Last day it counts. */
  readonly expires?: string
}

/** Attested wrongly. */
export interface WithdrawTraining {
  readonly type: 'withdrawTraining'
  readonly record: string
  readonly reason: string
}

/** Why somebody acted without delegation or training, and what was done about it. */
export interface ExplainFinding {
  readonly type: 'explainFinding'
  readonly site: string
  readonly finding: string
  readonly note: string
}

export type DelegationCommand =
  | NameInvestigator
  | DelegateDuties
  | AcceptDelegation
  | EndDelegation
  | RecordTraining
  | WithdrawTraining
  | ExplainFinding
