import type { CompiledItem } from '../compiled.ts'
import { refused, type Refusal } from '../refusal.ts'
import type { Entry, Row, Rows } from './entry.ts'
import { parsed, type Parsed, type RawEntry, type RawRow } from './raw.ts'
import {
  codeMissing,
  codeTwice,
  mostRows,
  noSuchColumn,
  notRows,
  rowEmpty,
  rowFixed,
  rowGone,
  rowId,
  rowsMissing,
  rowTwice,
  rowUnknown,
  tooManyRows,
} from './rowRefusals.ts'

type ParseCell = (column: CompiledItem, raw: RawEntry, field: string) => Parsed<Entry>

/**
 * Reads rows of a repeating group into those there already: a new id adds a row, a known one changes the cells sent, and
 * what is not sent stays. All refusals of all cells come at once. Rows fixed by a column (`rowFor`) have one code each; the
 * group is complete when every code has its row, and otherwise when `complete` says so.
 */
export function parseRows(
  item: CompiledItem,
  raw: RawEntry,
  field: string,
  before: Rows | undefined,
  parseCell: ParseCell,
): Parsed<Entry> {
  if (!Array.isArray(raw.rows)) return refused(notRows(field))
  const sent = raw.rows as readonly RawRow[]
  const refusals: Refusal[] = []
  const warnings: Refusal[] = []
  const seen = new Set<string>()
  const rows = new Map((before?.rows ?? []).map((row) => [row.id, row]))
  if (sent.length > mostRows) return refused(tooManyRows(field, sent.length))
  for (const [index, row] of sent.entries()) {
    const id = row?.id
    if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) refusals.push(rowId(`${field}.${index + 1}`))
    else if (seen.has(id)) refusals.push(rowTwice(`${field}.${id}`, id))
    else {
      seen.add(id)
      const read = readRow(item, row, `${field}.${id}`, rows.get(id), parseCell)
      if (read.ok) {
        warnings.push(...read.warnings)
        rows.set(id, read.value)
      } else refusals.push(...read.refusals)
    }
  }
  if (refusals.length > 0) return refused(...refusals)
  if (rows.size > mostRows) return refused(tooManyRows(field, rows.size))
  const read = [...rows.values()]
  const claimed = typeof raw.complete === 'boolean' ? raw.complete : before?.complete === true
  const fixed = item.rowFor === undefined ? undefined : fixedRows(item, item.rowFor, read, field, raw.complete === true)
  if (fixed && !fixed.ok) return fixed
  const complete = fixed ? fixed.value : claimed
  return parsed({ typed: typeof raw.typed === 'string' ? raw.typed : '', value: { rows: read, complete } }, ...warnings)
}

function readRow(
  item: CompiledItem,
  sent: RawRow,
  field: string,
  before: Row | undefined,
  parseCell: ParseCell,
): Parsed<Row> {
  const cells = Object.entries(sent.cells ?? {})
  if (typeof sent.removed === 'boolean') {
    if (before === undefined) return refused(rowUnknown(field))
    if (item.rowFor !== undefined) return refused(rowFixed(field))
  }
  const isGone = before?.removed === true
  if (cells.length > 0 && (sent.removed === true || (isGone && sent.removed !== false))) return refused(rowGone(field))
  if (before === undefined && cells.length === 0 && item.rowFor === undefined) return refused(rowEmpty(field))
  const refusals: Refusal[] = []
  const warnings: Refusal[] = []
  const read: [string, Entry][] = []
  for (const [name, cell] of cells) {
    const column = item.columns?.find((c) => c.id === name)
    const result = column ? parseCell(column, cell, `${field}.${name}`) : refused(noSuchColumn(item, field, name))
    if (result.ok) {
      warnings.push(...result.warnings)
      read.push([name, result.value])
    } else refusals.push(...result.refusals)
  }
  if (refusals.length > 0) return refused(...refusals)
  const removed = sent.removed ?? isGone
  return parsed(
    {
      id: sent.id,
      cells: { ...before?.cells, ...Object.fromEntries(read) },
      ...(removed ? { removed: true as const } : {}),
    },
    ...warnings,
  )
}

/** Whether every code has its row; refused where a row has none, two have the same, or one is missing and none may be. */
function fixedRows(
  item: CompiledItem,
  column: string,
  rows: readonly Row[],
  field: string,
  claimed: boolean,
): Parsed<boolean> {
  const refusals: Refusal[] = []
  const seen = new Set<string>()
  const codes = item.columns?.find((c) => c.id === column)?.codes ?? {}
  for (const { id, cells } of rows) {
    const entry = cells[column]
    const code = entry && 'value' in entry && typeof entry.value === 'string' ? entry.value : undefined
    if (code === undefined) refusals.push(codeMissing(`${field}.${id}.${column}`, codes))
    else if (seen.has(code)) refusals.push(codeTwice(`${field}.${id}.${column}`, code))
    else seen.add(code)
  }
  const missing = Object.keys(codes).filter((code) => !seen.has(code))
  if (claimed && missing.length > 0) refusals.push(rowsMissing(field, missing))
  return refusals.length > 0 ? refused(...refusals) : parsed(missing.length === 0)
}
