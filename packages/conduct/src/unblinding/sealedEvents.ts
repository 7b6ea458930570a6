import type { FormRecorded } from '../forms/events.ts'
import type { Recorded } from '../context.ts'
import type { CodeBreakRecorded } from './events.ts'

/*
 * Events of the unblinded stream. The arm and the padding, which gives records of every arm one length, are added by the
 * database: no decision holds them.
 */

interface Told {
  readonly arm: string
  readonly pad: string
}

export interface CodeBroken extends Recorded, Told, Pick<CodeBreakRecorded, 'reason' | 'note' | 'source' | 'opened'> {
  readonly type: 'CodeBroken'
  readonly participant: string
}

/** For a safety report; nothing of it is told to the blinded side. */
export interface SafetyUnblinded extends Recorded, Told {
  readonly type: 'SafetyUnblinded'
  readonly participant: string
  readonly note: string
}

export interface UnblindedFormRecorded extends Omit<FormRecorded, 'type'> {
  readonly type: 'UnblindedFormRecorded'
}

export type SealedUnblindingEvent = CodeBroken | SafetyUnblinded | UnblindedFormRecorded

/** An act as it is decided: the database adds the arm. */
export type WithoutArm<Event> = Event extends unknown ? Omit<Event, keyof Told> : never
