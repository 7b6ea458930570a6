import { isDate, type Refusal, type Study } from '@trialwright/protocol'
import { refuse } from '../refusals/refuse.ts'
import type { Role } from '../roles.ts'
import { maybeWords, words } from '../typed.ts'
import { type Heading, readHeading, resultColumns, unitColumn } from './columns.ts'
import { type CsvLine, readCsv } from './csv.ts'
import { decode, mostRows } from './decode.ts'
import type { DateFormat, FileFormat, FileRefusal, ReadResult, ReadRow } from './types.ts'

export interface ReadFile {
  readonly rows: readonly ReadRow[]
  readonly refusals: readonly FileRefusal[]
}

/** The file's rows by themselves, before any participant is looked at; everything that cannot be read is refused at once. */
export function readFile(
  study: Study,
  role: Role,
  bytes: Uint8Array,
  { name, hash, format }: { readonly name: string; readonly hash: string; readonly format: FileFormat },
): ReadFile {
  const unnamed = words(name, 'name', 200)
  if (unnamed.length > 0) return { rows: [], refusals: unnamed.map((refusal) => ({ refusal })) }
  const decoded = decode(bytes)
  if ('refusal' in decoded) return { rows: [], refusals: [decoded] }
  const { lines, refusals: unreadable } = readCsv(decoded.text, format.separator)
  if (unreadable.length > 0) return { rows: [], refusals: unreadable }
  const [first, ...rest] = lines
  if (first === undefined || rest.length === 0) return { rows: [], refusals: [{ refusal: refuse('fileEmpty') }] }
  if (rest.length > mostRows) return { rows: [], refusals: [{ refusal: refuse('tooManyResults', { most: mostRows }) }] }
  const { heading, refusals: headed } = readHeading(first.cells, resultColumns(study, role), format.separator)
  if (headed.length > 0) return { rows: [], refusals: headed }
  const read = rest.map((line) => readRow(line, first.cells.length, heading, { name, hash, format }))
  return {
    rows: read.flatMap(({ row }) => (row ? [row] : [])),
    refusals: read.flatMap(({ refusals }) => refusals),
  }
}

function readRow(
  { line, cells }: CsvLine,
  width: number,
  heading: Heading,
  { name, hash, format }: { readonly name: string; readonly hash: string; readonly format: FileFormat },
): { readonly row?: ReadRow; readonly refusals: readonly FileRefusal[] } {
  if (cells.length !== width)
    return { refusals: [{ line, refusal: refuse('cellCount', { found: cells.length, expected: width }) }] }
  const refusals: FileRefusal[] = []
  const refuseIn = (column: string, refusal: Refusal) => void refusals.push({ line, column, refusal })
  const cell = (column: string): string => cells[heading.places.get(column) ?? -1] ?? ''

  const day = (column: string): string | undefined => {
    if (cell(column) === '') return undefined
    const read = dayOf(cell(column), format.dates)
    if (read === undefined) refuseIn(column, refuse('dayNotDeclared', { format: format.dates }))
    return read
  }
  const label = (column: string, most: number): string | undefined => {
    for (const refusal of maybeWords(cell(column), column, most)) refuseIn(column, refusal)
    return cell(column) === '' ? undefined : cell(column)
  }
  const participant = cell('participant')
  if (!/^[A-Z]{2,8}-[0-9]{3,6}$/.test(participant)) refuseIn('participant', refuse('codeUnreadable'))
  if (cell('sampled') === '') refuseIn('sampled', refuse('sampledMissing'))
  const [sampled, produced] = [day('sampled'), day('produced')]
  const [encounter, sample] = [label('encounter', 64), label('sample', 60)]
  const results: ReadResult[] = []
  for (const { form, item, name: column } of heading.results) {
    const [typed, unit] = [cell(column), cell(unitColumn(column))]
    if (typed === '' && unit === '') continue
    if (typed === '') refuseIn(unitColumn(column), refuse('unitWithoutResult'))
    else if (isNumeric(item.type) && typed.includes(format.decimal === ',' ? '.' : ','))
      refuseIn(column, refuse('decimalNotDeclared', { decimal: format.decimal }))
    else results.push({ form, item: item.id, column, typed, ...(unit === '' ? {} : { unit }) })
  }
  if (results.length === 0 && refusals.length === 0) refusals.push({ line, refusal: refuse('rowWithoutResult') })
  if (refusals.length > 0 || sampled === undefined) return { refusals }
  const origin = { kind: 'file', name, hash, line, ...(sample && { sample }), ...(produced && { produced }) } as const
  return { row: { line, participant, ...(encounter && { encounter }), sampled, origin, results }, refusals }
}

const isNumeric = (type: string): boolean => type === 'laboratory' || type === 'number'

const patterns: Readonly<Record<DateFormat, RegExp>> = {
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/,
  'DD.MM.YYYY': /^(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4})$/,
  'DD/MM/YYYY': /^(?<day>\d\d)\/(?<month>\d\d)\/(?<year>\d{4})$/,
  'MM/DD/YYYY': /^(?<month>\d\d)\/(?<day>\d\d)\/(?<year>\d{4})$/,
}

/** The day in the declared format alone; undefined when it is written otherwise or does not exist. */
export function dayOf(typed: string, format: DateFormat): string | undefined {
  const parts = patterns[format].exec(typed)?.groups
  const day = parts && `${parts['year']}-${parts['month']}-${parts['day']}`
  return day !== undefined && isDate(day) ? day : undefined
}
