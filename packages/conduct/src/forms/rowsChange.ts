import type { CompiledItem, Entry, RawRow, Refusal } from '@trialwright/protocol'
import type { Refusals } from '../participant/asking.ts'
import { at, refuse } from '../refusals/refuse.ts'
import { maybeWords, tidy } from '../typed.ts'
import type { RecordForm } from './commands.ts'
import type { CellChange, RowChange, RowsChange } from './events.ts'
import { reasonFor } from './reason.ts'
import { rowsChanged } from './rows.ts'

/** An answer as read, beside the one there. */
export interface Told {
  readonly item: CompiledItem
  readonly entry: Entry
  readonly previous: Entry | undefined
  readonly unusual: readonly Refusal[]
  /** Why nothing new may be recorded. */
  readonly closed: Refusals
}

export const unconfirmed = (warning: Refusal): Refusal =>
  at(warning.field ?? '', refuse('unusualNotConfirmed', warning))

/** The cells that differ, each changed one with its reason, and rows removed or taken back with theirs. */
export function rowsChange(command: RecordForm, { item, entry, previous, unusual, closed }: Told) {
  const refusals: Refusal[] = []
  const sent = new Map((command.entries[item.id]?.rows ?? []).map((row: RawRow) => [row.id, row]))
  const rows = rowsChanged(previous, entry).map((row): RowChange => {
    const raw = sent.get(row.row)
    const said = tidy(raw?.reason ?? command.reasons?.[item.id] ?? '')
    const isNew = row.removed === undefined && row.cells.every((cell) => cell.previous === undefined)
    const field = `entries.${item.id}.${row.row}`
    if (row.cells.some((cell) => cell.previous === undefined) || isNew) refusals.push(...closed)
    if (!isNew) refusals.push(...why(command, item.id, raw, field))
    return {
      ...row,
      cells: row.cells.map((cell) => saidOf(cell, said, isUnusual(unusual, `${field}.${cell.column}`))),
      ...(row.removed === undefined ? {} : { reason: said }),
    }
  })
  const changed = new Set(rows.flatMap(({ row, cells }) => cells.map(({ column }) => `${item.id}.${row}.${column}`)))
  const confirmed = new Set(command.confirmed ?? [])
  for (const warning of unusual) {
    const path = (warning.field ?? '').replace(/^entries\./, '')
    if (changed.has(path) && !confirmed.has(item.id) && !confirmed.has(path)) refusals.push(unconfirmed(warning))
  }
  const wasAbsent = previous !== undefined && 'absent' in previous
  if (wasAbsent) refusals.push(...reasonFor(command.reasons, item.id))
  const change: RowsChange = {
    item: item.id,
    rows,
    complete: typeof entry === 'object' && 'value' in entry && (entry.value as { complete: boolean }).complete,
    ...(wasAbsent ? { previous, reason: tidy(command.reasons?.[item.id] ?? '') } : {}),
  }
  return { change, refusals }
}

/** The row's own reason, or the one given for the whole list. */
function why({ reasons }: RecordForm, item: string, raw: RawRow | undefined, field: string): Refusals {
  const own = raw?.reason
  if (own === undefined || own.trim() === '') {
    const general = reasonFor(reasons, item)
    return general.length === 0 ? [] : [at(`${field}.reason`, refuse('correctionNeedsReason'))]
  }
  return maybeWords(own, `${field}.reason`)
}

const saidOf = (cell: CellChange, reason: string, unusual: boolean): CellChange => ({
  ...cell,
  ...(cell.previous === undefined ? {} : { reason }),
  ...(unusual ? { confirmedUnusual: true as const } : {}),
})

const isUnusual = (unusual: readonly Refusal[], field: string): boolean => unusual.some((one) => one.field === field)
