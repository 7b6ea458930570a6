import type { Recorded } from '../context.ts'
import type { BoundSignature } from '../signatures/signature.ts'

/** Who it concerns, with the name as it was then. */
export interface Somebody {
  readonly account: string
  readonly name: string
}

export interface InvestigatorNamed extends Recorded {
  readonly type: 'InvestigatorNamed'
  readonly site: string
  readonly person: Somebody
}

export interface DutiesDelegated extends Recorded {
  readonly type: 'DutiesDelegated'
  readonly site: string
  /** `north-3`. */
  readonly delegation: string
  readonly person: Somebody
  readonly duties: readonly string[]
  readonly from: string
  readonly until?: string
  readonly signature: BoundSignature<'delegatesDuties'>
}

export interface DelegationAccepted extends Recorded {
  readonly type: 'DelegationAccepted'
  readonly site: string
  readonly delegation: string
  readonly signature: BoundSignature<'acceptsDelegation'>
}

export interface DelegationEnded extends Recorded {
  readonly type: 'DelegationEnded'
  readonly site: string
  readonly delegation: string
  readonly day: string
  readonly reason: string
  readonly signature: BoundSignature<'endsDelegation'>
}

export interface TrainingRecorded extends Recorded {
  readonly type: 'TrainingRecorded'
  readonly people: readonly Somebody[]
  readonly training: string
  /** Of the protocol, where it is learned anew for each. */
  readonly protocolVersion?: string
  readonly day: string
  readonly evidence: string
  readonly expires?: string
}

export interface TrainingWithdrawn extends Recorded {
  readonly type: 'TrainingWithdrawn'
  readonly record: string
  readonly reason: string
}

export interface FindingExplained extends Recorded {
  readonly type: 'FindingExplained'
  readonly site: string
  readonly finding: string
  readonly note: string
}

export type DelegationEvent =
  | InvestigatorNamed
  | DutiesDelegated
  | DelegationAccepted
  | DelegationEnded
  | TrainingRecorded
  | TrainingWithdrawn
  | FindingExplained
