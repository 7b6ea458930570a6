import { columns, endsOf, listOf, numbered, sql, type Sql } from './sql.ts'

/** The end that only something not applicable has: the lowest value above all numbers, the highest below them. */
export const beyond = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY } as const

/** Adds an end to a sum. With a part that does not apply there is no sum, whatever the others are. */
export const added = (sum: number, value: number, none: number): number =>
  sum === none || value === none ? none : sum + value

/** `added`, over several ends, in SQL. */
export const addedInSql = (values: readonly Sql[], none: number): Sql =>
  sql`(case when ${listOf(
    values.map((value) => sql`${value} = ${none}`),
    ' or ',
  )} then ${none} else ${listOf(values, ' + ')} end)`

/** No different from zero for any limit, and nearly too small to be divided; PostgreSQL calls what comes after that an error. */
const tiny = 1e-300

/** A sum divided by a count; what is just above zero stays there. */
export const share = (sum: number, count: number): number => (Math.abs(sum) < tiny ? sum : sum / count)

/** SQL of a score over the parts that were answered: their sum, and how many they are. */
export function overAnswered(parts: readonly Sql[], score: (sum: Sql, answered: Sql) => Sql): Sql {
  const names = parts.map((_, index) => numbered('p', index))
  const sum = (end: Sql, none: number) =>
    addedInSql(
      names.map((part) => sql`(case when ${part}[3] = 1 then 0 else ${part}${end} end)`),
      none,
    )
  const answered = listOf(
    names.map((part) => sql`(1 - ${part}[3])`),
    ' + ',
  )
  const ends = endsOf(score(sql`low`, sql`answered`), score(sql`high`, sql`answered`), sql`(answered = 0)::int`)
  return sql`(select ${ends} from (
    select ${sum(sql`[1]`, beyond.low)} as low, ${sum(sql`[2]`, beyond.high)} as high, ${answered} as answered
    from (select ${columns(parts, 'p')} offset 0) as known offset 0) as sums)`
}

/** `share` in SQL. */
export const shareInSql = (sum: Sql, count: Sql): Sql =>
  sql`(case when abs(${sum}) < ${tiny} then ${sum} else ${sum} / ${count} end)`
