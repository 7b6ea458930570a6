import type { CompiledItem, Study } from '@trialwright/protocol'
import { sightOf } from '../forms/blinding.ts'
import { refuse } from '../refusals/refuse.ts'
import type { Role } from '../roles.ts'
import type { FileRefusal } from './types.ts'

/** Columns beside the results. */
export const plainColumns = ['participant', 'encounter', 'sampled', 'sample', 'produced'] as const
export type PlainColumn = (typeof plainColumns)[number]
const needed: readonly PlainColumn[] = ['participant', 'sampled']

export interface ResultColumn {
  readonly form: string
  readonly item: CompiledItem
  /** `laboratory.haemoglobin`; its unit stands in `laboratory.haemoglobin.unit`. */
  readonly name: string
  /** Whether the unit must be told, as there is a choice. */
  readonly needsUnit: boolean
}

/**
 * The results a file may hold: every item of a laboratory form that the sender may see. An item kept from the sites is no
 * column, since whoever opens the file would read it.
 */
export const resultColumns = (study: Study, role: Role): readonly ResultColumn[] =>
  study.compiled.forms
    .filter(({ laboratory }) => laboratory)
    .flatMap((form) =>
      form.items
        .filter((item) => item.type !== 'repeat' && sightOf(item, role) === 'open')
        .map((item) => ({
          form: form.id,
          item,
          name: `${form.id}.${item.id}`,
          needsUnit: Object.keys(item.units ?? {}).length > 1,
        })),
    )

/** Heading of a file that could hold everything, in order: what the page offers to copy. */
export const headingFor = (columns: readonly ResultColumn[]): readonly string[] => [
  ...plainColumns,
  ...columns.flatMap(({ name, item }) => (item.unit === undefined ? [name] : [name, unitColumn(name)])),
]

export const unitColumn = (name: string): string => `${name}.unit`

export interface Heading {
  /** Place of each named column in a line. */
  readonly places: ReadonlyMap<string, number>
  readonly results: readonly ResultColumn[]
}

/** Which column stands where, by the names of the definition alone. */
export function readHeading(
  cells: readonly string[],
  allowed: readonly ResultColumn[],
  separator: string,
): { readonly heading: Heading; readonly refusals: readonly FileRefusal[] } {
  const line = 1
  const other = separator === ';' ? ',' : ';'
  const places = new Map<string, number>()
  const refusals: FileRefusal[] = []
  if (cells.length === 1 && cells[0]!.includes(other))
    return { heading: { places, results: [] }, refusals: [{ line, refusal: refuse('csvSeparator', { separator }) }] }
  const known = new Set<string>([...plainColumns, ...allowed.flatMap(({ name }) => [name, unitColumn(name)])])
  for (const [place, column] of cells.entries()) {
    if (!known.has(column)) refusals.push({ line, column, refusal: refuse('columnUnknown') })
    else if (places.has(column)) refusals.push({ line, column, refusal: refuse('columnTwice') })
    else places.set(column, place)
  }
  for (const column of needed)
    if (!places.has(column)) refusals.push({ line, column, refusal: refuse('columnMissing') })
  const results = allowed.filter(({ name }) => places.has(name))
  for (const { name, needsUnit } of allowed) {
    const column = unitColumn(name)
    if (places.has(column) && !places.has(name)) refusals.push({ line, column, refusal: refuse('unitWithoutResult') })
    if (needsUnit && places.has(name) && !places.has(column))
      refusals.push({ line, column, refusal: refuse('columnMissing') })
  }
  if (results.length === 0 && refusals.length === 0) refusals.push({ line, refusal: refuse('noResultColumns') })
  return { heading: { places, results }, refusals }
}
