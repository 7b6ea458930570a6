import type { Recorded } from '../context.ts'
import type { WithdrawalScope } from './commands.ts'

export interface ParticipantRegistered extends Recorded {
  readonly type: 'ParticipantRegistered'
  readonly code: string
  readonly site: string
  readonly day: string
}

export interface ConsentGiven extends Recorded {
  readonly type: 'ConsentGiven'
  /** Not `version`: that is the event's own place in its stream. */
  readonly consentVersion: string
  readonly day: string
}

export interface ConsentWithdrawn extends Recorded {
  readonly type: 'ConsentWithdrawn'
  readonly day: string
  readonly scope: WithdrawalScope
  readonly reason: string
}

export interface ConsentDeclined extends Recorded {
  readonly type: 'ConsentDeclined'
  readonly day: string
  readonly reason: string
}

export interface ConsentDayCorrected extends Recorded {
  readonly type: 'ConsentDayCorrected'
  readonly consentVersion: string
  readonly day: string
  readonly previous: string
  readonly reason: string
}

export type ConsentEvent =
  | ParticipantRegistered
  | ConsentGiven
  | ConsentWithdrawn
  | ConsentDeclined
  | ConsentDayCorrected
