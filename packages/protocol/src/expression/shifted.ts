import { shiftDay } from '../value/calendar.ts'
import { remembering } from './remembering.ts'
import type { DateKind, End } from './meaning.ts'
import type { Duration, Shifted } from './nodes.ts'
import { durationWords } from './say.ts'
import { dayOf, endsOf, over, sql, type Sql } from './sql.ts'

/** `shiftDay` in SQL: PostgreSQL's months end on the last day of a shorter month, as ours do. */
export function shiftedInSql(day: Sql, { value, unit }: Duration): Sql {
  if (unit === 'd' || unit === 'wk') return sql`(${day} + ${unit === 'wk' ? 7 * value : value})`
  const months = sql`make_interval(months => (${unit === 'a' ? 12 * value : value})::int)`
  return sql`(case when abs(${day}) = 'Infinity' then ${day}
    else ((${dayOf(day)} + ${months})::date - date '1970-01-01')::float8 end)`
}

export const shifted: DateKind<Shifted> = {
  bounds(node, scope) {
    const date = scope.date(node.date)
    const by = { value: node.direction === 'later' ? node.by.value : -node.by.value, unit: node.by.unit }
    const shift = remembering((day) => (Number.isFinite(day) ? shiftDay(day, by) : day))
    const low: End = (record, row) => shift(date.low(record, row))
    return date.isPoint
      ? { low, high: low, isPoint: true }
      : { low, high: (record, row) => shift(date.high(record, row)) }
  },
  sql(node, scope) {
    const by = { value: node.direction === 'later' ? node.by.value : -node.by.value, unit: node.by.unit }
    return over(endsOf(shiftedInSql(sql`d[1]`, by), shiftedInSql(sql`d[2]`, by)), sql`${scope.date(node.date)} as d`)
  },
  state(node, scope) {
    const date = scope.state(node.date)
    const by = durationWords(node.by)
    return node.direction === 'later'
      ? { en: `${by.en} after ${date.en}`, nb: `${by.nb} etter ${date.nb}` }
      : { en: `${by.en} before ${date.en}`, nb: `${by.nb} før ${date.nb}` }
  },
  parts: (node) => [node.date],
}
