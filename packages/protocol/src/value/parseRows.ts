import type { CompiledItem } from '../compiled.ts'
import { refused, type Refusal } from '../refusal.ts'
import type { Entry, Row } from './entry.ts'
import { parsed, quoted, text, type Parsed, type RawEntry, type RawRow } from './raw.ts'

const mostRows = 200

type ParseCell = (column: CompiledItem, raw: RawEntry, field: string) => Parsed<Entry>

/**
 * Reads the rows of a repeating group, all refusals of all cells at once. Rows fixed by a column (`rowFor`) have one code
 * each; the group is complete when every code has its row, and otherwise when `complete` says so.
 */
export function parseRows(item: CompiledItem, raw: RawEntry, field: string, parseCell: ParseCell): Parsed<Entry> {
  const rows = raw.rows
  if (!Array.isArray(rows)) return refused(notRows(field))
  if (rows.length > mostRows) return refused(tooManyRows(field, rows.length))
  const refusals: Refusal[] = []
  const warnings: Refusal[] = []
  const ids = new Set<string>()
  const read: Row[] = []
  for (const [index, row] of (rows as readonly RawRow[]).entries()) {
    const id = row?.id
    if (typeof id !== 'string' || !/^[A-Za-z0-9_-]{1,64}$/.test(id)) refusals.push(rowId(`${field}.${index + 1}`))
    else if (ids.has(id)) refusals.push(rowTwice(`${field}.${id}`, id))
    else {
      ids.add(id)
      const cells = Object.entries(row.cells ?? {}).map(([name, cell]) => {
        const column = item.columns?.find((c) => c.id === name)
        const result = column
          ? parseCell(column, cell, `${field}.${id}.${name}`)
          : refused(noSuchColumn(item, `${field}.${id}`, name))
        if (result.ok) warnings.push(...result.warnings)
        else refusals.push(...result.refusals)
        return [name, result.ok ? result.value : undefined] as const
      })
      read.push({ id, cells: Object.fromEntries(cells.filter(([, entry]) => entry !== undefined)) as Row['cells'] })
    }
  }
  if (refusals.length > 0) return refused(...refusals)
  const fixed = item.rowFor === undefined ? undefined : fixedRows(item, item.rowFor, read, field, raw.complete === true)
  if (fixed && !fixed.ok) return fixed
  const complete = fixed ? fixed.value : raw.complete === true
  return parsed({ typed: typeof raw.typed === 'string' ? raw.typed : '', value: { rows: read, complete } }, ...warnings)
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

const notRows = (field: string): Refusal => ({
  code: 'rowsMissing',
  field,
  reason: text('There are no rows.', 'Det er ingen rader.'),
  remedy: text(
    'Give the rows, an empty list if there are none, or the reason there is no answer.',
    'Oppgi radene, en tom liste om det ikke er noen, eller grunnen til at svaret mangler.',
  ),
})

const tooManyRows = (field: string, count: number): Refusal => ({
  code: 'tooManyRows',
  field,
  reason: text(
    `There are ${count} rows; at most ${mostRows} are kept.`,
    `Det er ${count} rader; høyst ${mostRows} lagres.`,
  ),
  remedy: text(
    `Give at most ${mostRows} rows, such as the latest ones.`,
    `Oppgi høyst ${mostRows} rader, for eksempel de siste.`,
  ),
})

const rowId = (field: string): Refusal => ({
  code: 'rowId',
  field,
  reason: text('The row has no usable id.', 'Raden mangler en brukbar id.'),
  remedy: text(
    'Give it an id of letters and digits, such as row-1.',
    'Gi den en id av bokstaver og sifre, for eksempel row-1.',
  ),
})

const rowTwice = (field: string, id: string): Refusal => ({
  code: 'rowTwice',
  field,
  reason: text(`Two rows have the id ${quoted(id)}.`, `To rader har id-en ${quoted(id)}.`),
  remedy: text(
    'Remove one of them, or give it an id of its own, such as row-2.',
    'Fjern en av dem, eller gi den en egen id, for eksempel row-2.',
  ),
})

const noSuchColumn = (item: CompiledItem, field: string, name: string): Refusal => {
  const known = (item.columns ?? []).map((c) => c.id).join(', ')
  return {
    code: 'columnUnknown',
    field,
    reason: text(`${quoted(name)} is not a column here.`, `${quoted(name)} er ikke en kolonne her.`),
    remedy: text(`Use one of these columns: ${known}.`, `Bruk en av disse kolonnene: ${known}.`),
  }
}

const codeMissing = (field: string, codes: object): Refusal => ({
  code: 'valueMissing',
  field,
  reason: text('The row does not say what it is for.', 'Raden sier ikke hva den gjelder.'),
  remedy: text(
    `Give the row its code, such as ${Object.keys(codes)[0]}.`,
    `Gi raden sin kode, for eksempel ${Object.keys(codes)[0]}.`,
  ),
})

const codeTwice = (field: string, code: string): Refusal => ({
  code: 'rowTwice',
  field,
  reason: text(`Two rows are for ${quoted(code)}.`, `To rader gjelder ${quoted(code)}.`),
  remedy: text(`Keep one row for ${code} and remove the other.`, `Behold én rad for ${code} og fjern den andre.`),
})

const rowsMissing = (field: string, codes: readonly string[]): Refusal => ({
  code: 'rowsMissing',
  field,
  reason: text(`Rows are missing: ${codes.join(', ')}.`, `Rader mangler: ${codes.join(', ')}.`),
  remedy: text(
    `Add a row for each, such as ${codes[0]}, or leave the table incomplete.`,
    `Legg til en rad for hver, for eksempel ${codes[0]}, eller la tabellen være ufullstendig.`,
  ),
})
