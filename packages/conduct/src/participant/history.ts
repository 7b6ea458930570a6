import { formatDate, formatEntry, type CompiledItem, type Study, type Text } from '@trialwright/protocol'
import type { Recorded } from '../context.ts'
import { sightOf } from '../forms/blinding.ts'
import { isRowsChange, type CellChange, type RowsChange, type ValueChange } from '../forms/events.ts'
import { formKey } from '../forms/state.ts'
import { seesPlace } from '../queries/sight.ts'
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
  /** Absent where what changed is no item, such as the form's day. */
  readonly item?: string
  readonly label: Text
  readonly from?: Text
  readonly to: Text
  readonly reason?: string
}

/** Everything recorded of a participant, newest first, without what the reader may not know: queries on masked values, too. */
export const historyView = (
  study: Study,
  events: readonly Stored<ParticipantEvent>[],
  reader: Role,
  /** The study is unblinded, so that delayed values may be read. */
  opened = false,
  /** The version of the study an event was decided under. */
  under: (event: Stored<ParticipantEvent>) => Study = () => study,
): readonly HistoryRow[] => {
  const numbersOf = rowNumbers()
  return events
    .filter((event) => isToldTo(under(event), event, reader, opened))
    .map((event) => historyRow(under(event), event, reader, opened, numbersOf))
    .toReversed()
}

/** Whether a reader may know of the event at all: what is asked of a masked value, and said to it, could tell the value. */
export const isToldTo = (study: Study, event: ParticipantEvent, reader: Role, opened = false): boolean =>
  !('query' in event) || seesPlace(study, event.place, reader, opened)

/** One event as a line of the audit trail. Rows of a list are counted from those it alone names, unless their numbers are given. */
export function historyRow(
  study: Study,
  event: Stored<ParticipantEvent>,
  reader: Role,
  opened = false,
  numbersOf = rowNumbers(),
): HistoryRow {
  const { position, version, type, at, recordedAt, clientTime, by } = event
  return {
    position,
    version,
    type,
    at,
    recordedAt,
    ...(clientTime === undefined ? {} : { clientTime }),
    by: { account: by.account, name: by.name, role: by.role },
    ...(isToldTo(study, event, reader, opened)
      ? { what: sayEvent(study, event), changes: changesOf(study, event, reader, opened, numbersOf) }
      : { what: untold, changes: [] }),
  }
}

/** The values an event changed, as the reader may see them. */
export function changesOf(
  study: Study,
  event: ParticipantEvent,
  reader: Role,
  opened: boolean,
  numbersOf: (form: string) => RowNumber,
): readonly ValueChangeRow[] {
  if (event.type === 'QueryOpened' || event.type === 'QueryReopened') return [{ label: asked, to: event.text }]
  if (event.type === 'QueryAnswered' || event.type === 'QueryClosed')
    return event.text === undefined ? [] : [{ label: said, to: { en: event.text, nb: event.text } }]
  if (event.type !== 'FormRecorded') return []
  const numberOf = numbersOf(formKey(event.encounter, event.form))
  const { day } = event.corrected ?? {}
  const moved = day
    ? [{ label: dayLabel, from: dateText(day.previous), to: dateText(event.day), reason: day.reason }]
    : []
  const values = event.changes.flatMap((change): readonly ValueChangeRow[] => {
    const item = study.form(event.form).items.find((each) => each.id === change.item)
    const sight = item && sightOf(item, reader, opened)
    if (!item || sight === 'none') return []
    const rows =
      sight === 'hidden'
        ? [{ label: item.label, to: hidden, ...saidWhy(change.reason) }]
        : isRowsChange(change)
          ? cellRows(item, change, numberOf)
          : [valueRow(item, change)]
    return rows.map((row) => ({ item: item.id, ...row }))
  })
  return [...moved, ...values]
}

const saidWhy = (reason: string | undefined) => (reason === undefined ? {} : { reason })

const valueRow = (item: CompiledItem, { entry, previous, reason }: ValueChange | CellChange): ValueChangeRow => ({
  label: item.label,
  ...(previous === undefined ? {} : { from: formatEntry(item, previous) }),
  to: formatEntry(item, entry),
  ...saidWhy(reason),
})

/** One line per cell that changed, and one for a row removed or taken back. */
function cellRows(item: CompiledItem, { rows }: RowsChange, numberOf: RowNumber): readonly ValueChangeRow[] {
  return rows.flatMap(({ row, cells, removed, reason }) => {
    const number = numberOf(item.id, row)
    const name = (label: Text): Text => ({
      en: `${item.label.en}, row ${number}: ${label.en}`,
      nb: `${item.label.nb}, rad ${number}: ${label.nb}`,
    })
    const moved =
      removed === undefined ? [] : [{ label: name(rowLabel), to: removed ? gone : back, ...saidWhy(reason) }]
    const changed = cells.flatMap((cell) => {
      const column = item.columns?.find(({ id }) => id === cell.column)
      return column ? [{ ...valueRow(column, cell), label: name(column.label) }] : []
    })
    return [...moved, ...changed]
  })
}

/** Rows are counted in the order they were added, removed ones too, so that a number stays. */
export type RowNumber = (item: string, row: string) => number

function rowNumbers(): (form: string) => RowNumber {
  const known = new Map<string, Map<string, number>>()
  return (form) => (item, row) => {
    const key = `${form}/${item}`
    const rows = known.get(key) ?? new Map<string, number>()
    known.set(key, rows)
    if (!rows.has(row)) rows.set(row, rows.size + 1)
    return rows.get(row) as number
  }
}

const rowLabel: Text = { en: 'the row', nb: 'raden' }
const gone: Text = { en: 'removed', nb: 'fjernet' }
const back: Text = { en: 'taken back in', nb: 'tatt inn igjen' }
const hidden: Text = {
  en: 'recorded, not shown while the trial is blind',
  nb: 'registrert, vises ikke mens studien er blindet',
}
const untold: Text = {
  en: 'Query on a value that is not shown while the trial is blind',
  nb: 'Spørsmål om en verdi som ikke vises mens studien er blindet',
}
const asked: Text = { en: 'Asked', nb: 'Spurt' }
const said: Text = { en: 'Said', nb: 'Sagt' }
const dayLabel: Text = { en: 'Day of the form', nb: 'Skjemaets dag' }
const dateText = (day: string): Text => ({ en: formatDate(day, 'en'), nb: formatDate(day, 'nb') })
