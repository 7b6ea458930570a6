/*
 * Text of PostgreSQL expressions, put together from parts that are SQL already and values that are quoted here, in this
 * one place. Nothing else may become SQL.
 */

export interface Sql {
  readonly kind: 'sql'
  readonly text: string
}

/** sql`${left} < ${5}`: SQL stays as it is; a number becomes a float8 literal, a text a quoted one. */
export const sql = (words: TemplateStringsArray, ...parts: readonly (Sql | string | number)[]): Sql =>
  raw(words.map((word, index) => word + (index < parts.length ? textOf(parts[index] ?? '') : '')).join(''))

/** Several, with a word between them. */
export const listOf = (parts: readonly Sql[], between: ', ' | ' and ' | ' or ' | ' + ' | ' '): Sql =>
  raw(parts.map(({ text }) => text).join(between))

const raw = (text: string): Sql => Object.freeze({ kind: 'sql', text })

const textOf = (part: Sql | string | number): string =>
  typeof part === 'number' ? numberLiteral(part) : typeof part === 'string' ? textLiteral(part) : part.text

/** PostgreSQL reads the shortest text of a number back as the same number. A number that is not known is null. */
const numberLiteral = (value: number): string => (Number.isNaN(value) ? 'null::float8' : `'${value}'::float8`)

function textLiteral(value: string): string {
  if (value.includes('\0')) throw new RangeError('a text for SQL holds a NUL character')
  const quoted = value.replaceAll("'", "''")
  return value.includes('\\') ? `E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`
}

/** The column of one part, `p1`. */
export const numbered = (letter: 'p' | 'b', index: number): Sql => raw(`${letter}${index + 1}`)

/** Parts as columns, `… as p1, … as p2`, for `over`. */
export const columns = (parts: readonly Sql[], letter: 'p' | 'b'): Sql =>
  listOf(
    parts.map((part, index) => sql`${part} as ${numbered(letter, index)}`),
    ', ',
  )

/*
 * A number is a float8 array of its low end, its high end, and whether it was skipped (1 or 0); a date is one of its
 * ends. An end that is not known is null; what does not apply runs from Infinity down to -Infinity.
 * PostgreSQL holds NaN for the greatest number and for equal to itself, so no end may ever be NaN.
 */

export const endsOf = (low: Sql, high: Sql, skipped: Sql = sql`0`): Sql =>
  sql`array[nullif(${low}, 'NaN'::float8), nullif(${high}, 'NaN'::float8), ${skipped}]::float8[]`

/** The ends of a fact as the record's JSON holds it. */
export const endsOfFact = (fact: Sql): Sql =>
  sql`array[(${fact}->>'low')::float8, (${fact}->>'high')::float8, (${skippedFact(fact)})::int]::float8[]`

export const skippedFact = (fact: Sql): Sql => sql`coalesce((${fact}->>'skipped')::boolean, false)`

/**
 * `result` over columns that are each worked out once. "offset 0" keeps the planner from copying them to every place
 * that reads them, which would double the work with every level of an expression.
 */
export const over = (result: Sql, columns: Sql): Sql =>
  sql`(select ${result} from (select ${columns} offset 0) as known)`

/** Rounded to twelve significant digits, as JavaScript's toPrecision does. */
export const roundedTo12 = (number: Sql): Sql =>
  sql`(case when abs(${number}) = 'Infinity' then ${number} else to_char(${number}, '9.99999999999EEEE')::float8 end)`

/** A day number as a calendar day. */
export const dayOf = (day: Sql): Sql => sql`(date '1970-01-01' + (${day})::int)`
