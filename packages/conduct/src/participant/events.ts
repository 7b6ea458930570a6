import type { ConsentEvent } from '../consent/events.ts'
import type { DeviationClassified } from '../deviations/events.ts'
import type { EncounterEvent } from '../encounters/events.ts'
import type { FormRecorded } from '../forms/events.ts'
import type { LockEvent } from '../locks/events.ts'
import type { QueryEvent } from '../queries/events.ts'
import type { ParticipantRandomised } from '../randomisation/events.ts'
import type { ScreeningEvent } from '../screening/events.ts'
import type { SignatureEvent } from '../signatures/events.ts'
import type { TreatmentEvent } from '../treatment/events.ts'
import type { VerificationEvent } from '../verification/events.ts'
import type { UnblindingEvent } from '../unblinding/events.ts'

/** What can have happened to a participant, as anyone at the site may know it. */
export type ParticipantEvent =
  | ConsentEvent
  | ScreeningEvent
  | ParticipantRandomised
  | EncounterEvent
  | FormRecorded
  | QueryEvent
  | DeviationClassified
  | TreatmentEvent
  | UnblindingEvent
  | SignatureEvent
  | LockEvent
  | VerificationEvent

/** An event as read back: its place in the study's log, in its stream, and the database's clock. */
export type Stored<Event> = Event & {
  readonly position: number
  readonly streamId: string
  readonly version: number
  readonly recordedAt: string
}
