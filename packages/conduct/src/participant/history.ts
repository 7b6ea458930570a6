import { formatDate, formatEntry, type Study, type Text } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'
import { sightOf } from '../forms/blinding.ts'
import type { Role } from '../roles.ts'
import type { ParticipantEvent, Stored } from './events.ts'
import { sayEvent } from './say.ts'

/** One line of the audit trail, in words. */
export interface HistoryRow {
  readonly position: number
  readonly version: number
  readonly type: ParticipantEvent['type']
  readonly at: string
  readonly recordedAt: string
  readonly clientTime?: string
  readonly by: Recorded['by']
  readonly what: Text
  readonly changes: readonly ValueChangeRow[]
}

export interface ValueChangeRow {
  readonly label: Text
  readonly from?: Text
  readonly to: Text
  readonly reason?: string
}

/** Everything recorded of a participant, newest first, without what the reader may not know. */
export const historyView = (
  study: Study,
  events: readonly Stored<ParticipantEvent>[],
  reader: Role,
  /** The study is unblinded, so that delayed values may be read. */
  opened = false,
): readonly HistoryRow[] =>
  events
    .map((event): HistoryRow => {
      const { position, version, type, at, recordedAt, clientTime, by } = event
      return {
        position,
        version,
        type,
        at,
        recordedAt,
        ...(clientTime === undefined ? {} : { clientTime }),
        by: { account: by.account, name: by.name, role: by.role },
        what: sayEvent(study, event),
        changes: changesOf(study, event, reader, opened),
      }
    })
    .toReversed()

function changesOf(study: Study, event: ParticipantEvent, reader: Role, opened: boolean): readonly ValueChangeRow[] {
  if (event.type !== 'FormRecorded') return []
  const { day } = event.corrected ?? {}
  const moved = day
    ? [{ label: dayLabel, from: dateText(day.previous), to: dateText(event.day), reason: day.reason }]
    : []
  const values = event.changes.flatMap(({ item: id, entry, previous, reason }): ValueChangeRow[] => {
    const item = study.form(event.form).items.find((each) => each.id === id)
    const sight = item && sightOf(item, reader, opened)
    if (!item || sight === 'none') return []
    const said = reason === undefined ? {} : { reason }
    if (sight === 'hidden') return [{ label: item.label, to: hidden, ...said }]
    const from = previous === undefined ? {} : { from: formatEntry(item, previous) }
    return [{ label: item.label, ...from, to: formatEntry(item, entry), ...said }]
  })
  return [...moved, ...values]
}

const hidden: Text = {
  en: 'recorded, not shown while the trial is blind',
  nb: 'registrert, vises ikke mens studien er blindet',
}
const dayLabel: Text = { en: 'Day of the form', nb: 'Skjemaets dag' }
const dateText = (day: string): Text => ({ en: formatDate(day, 'en'), nb: formatDate(day, 'nb') })
