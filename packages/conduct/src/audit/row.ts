import type { Study, Text } from '@trialwright/protocol'
import { type HistoryRow, historyRow, isToldTo, type ValueChangeRow } from '../participant/history.ts'
import { isSayable } from '../participant/say.ts'
import type { ParticipantEvent, Stored } from '../participant/events.ts'
import type { Place } from '../place.ts'
import type { Role } from '../roles.ts'
import { type OtherEvent, sayOther } from './sayStudy.ts'

/** One line of the study's audit trail. */
export interface AuditRow {
  readonly position: number
  readonly type: string
  /** The study clock's instant, UTC; the database's where the event tells none. */
  readonly at: string
  /** Storage, by the database's clock, UTC. */
  readonly recordedAt: string
  /** Entry, by the clock of the device, with its offset. */
  readonly clientTime?: string
  /** `name` is empty where the event keeps the account alone. */
  readonly by: { readonly account: string; readonly name: string; readonly role: string }
  readonly site?: string
  readonly participant?: string
  readonly place?: Place
  readonly what: Text
  readonly changes: readonly ValueChangeRow[]
}

/** An event of the open log as the records give it back. */
export type OpenEvent = OtherEvent & {
  readonly position: number
  readonly streamId: string
  readonly recordedAt: string
  readonly actor: string
  readonly role: string
}

/** The event as the reader may see it. */
export function auditRow(
  study: Study,
  event: OpenEvent,
  reader: Role,
  opened: boolean,
  /** The event as a line of the participant's whole history, where that is at hand: rows of lists are then numbered as there. */
  known?: Pick<HistoryRow, 'by' | 'what' | 'changes'>,
): AuditRow {
  const [kind, code] = event.streamId.split('/')
  const { site, clientTime } = event as { readonly site?: unknown; readonly clientTime?: unknown }
  const participant = kind === 'participant' || kind === 'vault' ? code : undefined
  const told = kind !== 'participant' || isToldTo(study, event as unknown as ParticipantEvent, reader, opened)
  const place = told ? placeOf(event) : undefined
  const common = {
    position: event.position,
    type: event.type,
    at: typeof event['at'] === 'string' ? event['at'] : event.recordedAt,
    recordedAt: event.recordedAt,
    ...(typeof clientTime === 'string' && { clientTime }),
    ...(typeof site === 'string' && { site }),
    ...(participant !== undefined && { participant }),
    ...(place && { place }),
  }
  if (kind === 'participant' && isSayable(event.type)) {
    const { by, what, changes } =
      known ?? historyRow(study, event as unknown as Stored<ParticipantEvent>, reader, opened)
    return { ...common, by, what, changes }
  }
  const { by } = event as { readonly by?: { readonly name?: string } }
  return {
    ...common,
    by: { account: event.actor, name: by?.name ?? '', role: event.role },
    what: sayOther(study, event),
    changes: [],
  }
}

/** Where in the participant's record the event took place. */
function placeOf(event: OpenEvent): Place | undefined {
  const { place, encounter, form } = event as { place?: Place; encounter?: unknown; form?: unknown }
  if (place !== undefined) return place
  return typeof encounter === 'string' && typeof form === 'string' ? { encounter, form } : undefined
}
