import type { CompiledItem, Entry, Language, RawEntry, RawRow } from '@trialwright/protocol'
import { formatDate, formatReported } from '@trialwright/protocol'

/* A form's answers while they are typed: what stands in the fields, before anything is known of it. */

export type Draft = Readonly<Record<string, RawEntry>>

export const emptyRaw: RawEntry = { typed: '' }

/** What a recorded value looks like in its fields again, in the reader's way of writing numbers and dates. */
export function rawOf(item: CompiledItem, entry: Entry | undefined, language: Language): RawEntry {
  if (entry === undefined) return startOf(item)
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
      cells: Object.fromEntries(
        (item.columns ?? []).map((column) => [column.id, rawOf(column, row.cells[column.id], language)]),
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

/** Whether two entries say the same; a unit beside an empty field says nothing. */
export const sameRaw = (a: RawEntry, b: RawEntry): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b))

const plain = (raw: RawEntry): unknown => [
  (raw.typed ?? '').trim(),
  (raw.typed ?? '').trim() === '' ? null : (raw.unit ?? null),
  raw.absent ?? null,
  raw.complete ?? null,
  raw.rows?.map((row) => [
    row.id,
    Object.entries(row.cells)
      .filter(([, cell]) => !isBlank(cell))
      .map(([column, cell]) => [column, plain(cell)])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  ]) ?? null,
]

/** As the command wants it: blank cells are left out, and the rows are wrapped with whether they are all. */
export function toSend(raw: RawEntry): object {
  if (raw.rows === undefined) return { typed: raw.typed ?? '', unit: raw.unit, absent: raw.absent }
  if (raw.absent !== undefined) return { typed: '', absent: raw.absent }
  return { typed: '', rows: { rows: withoutBlanks(raw).rows ?? [], complete: raw.complete === true } }
}

/** A repeat without the cells nobody filled in. */
export const withoutBlanks = (raw: RawEntry): RawEntry =>
  raw.rows === undefined
    ? raw
    : {
        ...raw,
        rows: raw.rows.map((row) => ({
          id: row.id,
          cells: Object.fromEntries(Object.entries(row.cells).filter(([, cell]) => !isBlank(cell))),
        })),
      }
