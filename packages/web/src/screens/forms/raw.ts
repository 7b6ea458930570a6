import type { CompiledItem, Entry, Language, RawEntry, RawRow } from '@trialwright/protocol'
import { formatDate, formatReported } from '@trialwright/protocol'

/* A form's answers while they are typed: what stands in the fields, before anything is known of it. */

export type Draft = Readonly<Record<string, RawEntry>>

export const emptyRaw: RawEntry = { typed: '' }

/** What stands in an item's fields before anybody types: what is recorded, and rows that stand ready. */
export function rawOf(item: CompiledItem, entry: Entry | undefined, language: Language): RawEntry {
  if (entry === undefined) return startOf(item)
  const raw = recordedRaw(item, entry, language)
  if (raw.rows === undefined || item.rowFor === undefined) return raw
  const has = new Set(raw.rows.map((row) => row.cells[item.rowFor as string]?.typed))
  const ready = fixedRows(item).filter((row) => !has.has(row.cells[item.rowFor as string]?.typed))
  return { ...raw, rows: [...raw.rows, ...ready] }
}

/** What a recorded value looks like in its fields again, in the reader's way of writing numbers and dates. */
export function recordedRaw(item: CompiledItem, entry: Entry | undefined, language: Language): RawEntry {
  if (entry === undefined) return emptyRaw
  if ('absent' in entry) return { typed: '', absent: entry.absent }
  const { value } = entry
  if (typeof value === 'number') return { typed: formatReported(value, language), unit: entry.unit }
  if (typeof value === 'string') return { typed: item.type === 'date' ? writtenDate(value, language) : value }
  if (!('rows' in value)) return { typed: formatReported(value, language), unit: entry.unit }
  return {
    typed: '',
    complete: value.complete,
    rows: value.rows.map((row) => ({
      id: row.id,
      ...(row.removed ? { removed: true } : {}),
      cells: Object.fromEntries(
        (item.columns ?? []).map((column) => [column.id, recordedRaw(column, row.cells[column.id], language)]),
      ),
    })),
  }
}

/** Dates are typed as 22.11.2026 in Norwegian and 2026-11-22 in English. */
export const writtenDate = (partial: string, language: Language): string =>
  language === 'nb' ? formatDate(partial, 'nb') : partial

function startOf(item: CompiledItem): RawEntry {
  if (item.type !== 'repeat')
    return item.units && Object.keys(item.units).length > 1 ? { typed: '', unit: item.unit } : emptyRaw
  return { typed: '', rows: fixedRows(item), complete: false }
}

/** One row per code where the rows are given, such as the twelve endplates; else none. */
function fixedRows(item: CompiledItem): readonly RawRow[] {
  const codes = item.columns?.find((column) => column.id === item.rowFor)?.codes
  if (item.rowFor === undefined || codes === undefined) return []
  return Object.keys(codes).map((code) => ({ id: code, cells: { [item.rowFor as string]: { typed: code } } }))
}

export const isBlank = (raw: RawEntry): boolean =>
  raw.absent === undefined && (raw.typed ?? '').trim() === '' && raw.rows === undefined

/** What was typed after `saved` was sent: each entry is a value of its own, so another one was typed later. */
export const typedSince = (typed: Draft, saved: Draft): Draft =>
  Object.fromEntries(Object.entries(typed).filter(([item, raw]) => saved[item] !== raw))

/** Whether two entries say the same; a unit beside an empty field says nothing. */
export const sameRaw = (a: RawEntry, b: RawEntry): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

const plain = (raw: RawEntry): unknown => [
  (raw.typed ?? '').trim(),
  (raw.typed ?? '').trim() === '' ? null : (raw.unit ?? null),
  raw.absent ?? null,
  raw.complete ?? null,
  raw.rows?.map((row) => [
    row.id,
    row.removed === true,
    Object.entries(row.cells)
      .filter(([, cell]) => !isBlank(cell))
      .map(([column, cell]) => [column, plain(cell)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  ]) ?? null,
]

/** As the command wants it. Of rows only those that are new or differ from what is recorded, each with the cells that do. */
export const toSend = (raw: RawEntry, base: RawEntry = emptyRaw): RawEntry => {
  if (raw.absent !== undefined) return { typed: '', absent: raw.absent }
  if (raw.rows === undefined) return { typed: raw.typed ?? '', unit: raw.unit }
  return { typed: '', rows: rowsToSend(raw.rows, base.rows ?? []), complete: raw.complete === true }
}

function rowsToSend(rows: readonly RawRow[], base: readonly RawRow[]): readonly RawRow[] {
  const recorded = new Map(base.map((row) => [row.id, row]))
  return rows.flatMap((row) => {
    const before = recorded.get(row.id)
    const cells = Object.entries(row.cells).filter(([column, cell]) => {
      const was = before?.cells[column]
      return was === undefined || isBlank(was) ? !isBlank(cell) : !sameRaw(was, cell)
    })
    const moved = before !== undefined && (before.removed === true) !== (row.removed === true)
    if (cells.length === 0 && !moved) return []
    return [
      {
        id: row.id,
        cells: row.removed === true ? {} : Object.fromEntries(cells),
        ...(moved ? { removed: row.removed === true } : {}),
        ...(row.reason === undefined || row.reason.trim() === '' ? {} : { reason: row.reason }),
      },
    ]
  })
}

/** Rows sent that need a reason and have none: a value already there is changed, or the row removed or taken back. */
export const rowsWithoutReason = (sent: RawEntry, base: RawEntry): readonly string[] =>
  (sent.rows ?? []).flatMap((row) => {
    const before = base.rows?.find(({ id }) => id === row.id)
    const changed = Object.keys(row.cells).some((column) => !isBlank(before?.cells[column] ?? emptyRaw))
    return (changed || row.removed !== undefined) && (row.reason ?? '').trim() === '' ? [row.id] : []
  })
