import { yearsBetween } from '../value/calendar.ts'
import { neverSkipped, type NumberKind } from './meaning.ts'
import type { Age } from './nodes.ts'
import { rememberingTwo } from './remembering.ts'
import { dayOf, endsOf, over, sql, type Sql } from './sql.ts'

/** Five times the 400 years after which the calendar repeats: PostgreSQL has no year 0. */
const cycles = 5 * 146097

const yearsInSql = (birth: Sql, day: Sql): Sql => {
  const on = dayOf(sql`${day} + ${cycles}`)
  const born = dayOf(sql`${birth} + ${cycles}`)
  return sql`(case when abs(${birth}) < 'Infinity' and abs(${day}) < 'Infinity' then
    (extract(year from ${on}) - extract(year from ${born})
      - (to_char(${on}, 'MMDD') < to_char(${born}, 'MMDD'))::int)::float8 end)`
}

/** Completed years on a day. A partial birth date leaves both possible ages open. */
export const age: NumberKind<Age> = {
  bounds(node, scope) {
    const born = scope.date(node.born)
    const on = scope.date(node.on)
    const between = rememberingTwo((birth, day) =>
      Number.isFinite(birth) && Number.isFinite(day) ? yearsBetween(birth, day) : Number.NaN,
    )
    return {
      low: (record, row) => between(born.high(record, row), on.low(record, row)),
      high: (record, row) => between(born.low(record, row), on.high(record, row)),
      skipped: neverSkipped,
    }
  },
  sql: (node, scope) =>
    over(
      endsOf(yearsInSql(sql`b[2]`, sql`d[1]`), yearsInSql(sql`b[1]`, sql`d[2]`)),
      sql`${scope.date(node.born)} as b, ${scope.date(node.on)} as d`,
    ),
  state(node, scope) {
    if (node.on.kind === 'today') return { en: 'age today', nb: 'alder i dag' }
    const on = scope.state(node.on)
    return { en: `age on ${on.en}`, nb: `alder på ${on.nb}` }
  },
  parts: (node) => [node.born, node.on],
}
