export interface RegisterParticipant {
  readonly type: 'registerParticipant'
  readonly site: string
  /** Given by the server: the site's prefix and its counter, `OUS-001`. */
  readonly code: string
}

export interface RecordConsent {
  readonly type: 'recordConsent'
  readonly version: string
  /** Local day it was signed. */
  readonly day: string
}

/** What the participant no longer agrees to: further treatment, or everything but what safety demands. */
export type WithdrawalScope = 'treatment' | 'everything'

export interface WithdrawConsent {
  readonly type: 'withdrawConsent'
  readonly day: string
  readonly scope: WithdrawalScope
  /** As the participant gave it; nobody has to give one, so it may be empty. */
  readonly reason: string
}

/** A registered person does not want to take part. */
export interface RecordDeclined {
  readonly type: 'recordDeclined'
  readonly day: string
  /** As given; it may be empty. */
  readonly reason: string
}

/** The day of the consent to this version was recorded wrongly. */
export interface CorrectConsentDay {
  readonly type: 'correctConsentDay'
  readonly version: string
  readonly day: string
  readonly reason: string
}

export type ConsentCommand = RegisterParticipant | RecordConsent | WithdrawConsent | RecordDeclined | CorrectConsentDay
