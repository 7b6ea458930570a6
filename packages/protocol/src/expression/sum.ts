import { added, addedInSql, beyond } from './answered.ts'
import type { End, NumberKind } from './meaning.ts'
import type { Sum } from './nodes.ts'
import { listed } from './say.ts'
import { columns, endsOf, listOf, numbered, over, sql } from './sql.ts'

/** Every part is needed; one that is missing leaves the sum unknown. */
export const sum: NumberKind<Sum> = {
  bounds(node, scope) {
    const parts = node.of.map((part) => scope.number(part))
    const end =
      (side: 'low' | 'high'): End =>
      (record, row) => {
        let total = 0
        for (const part of parts) total = added(total, part[side](record, row), beyond[side])
        return total
      }
    return {
      low: end('low'),
      high: end('high'),
      skipped: (record, row) => parts.every((part) => part.skipped(record, row)),
    }
  },
  sql(node, scope) {
    const parts = node.of.map((_, index) => numbered('p', index))
    return over(
      endsOf(
        addedInSql(
          parts.map((part) => sql`${part}[1]`),
          beyond.low,
        ),
        addedInSql(
          parts.map((part) => sql`${part}[2]`),
          beyond.high,
        ),
        sql`(${listOf(
          parts.map((part) => sql`${part}[3] = 1`),
          ' and ',
        )})::int`,
      ),
      columns(
        node.of.map((part) => scope.number(part)),
        'p',
      ),
    )
  },
  state(node, scope) {
    const parts = listed(node.of, scope)
    return { en: `sum of ${parts.en}`, nb: `sum av ${parts.nb}` }
  },
  parts: (node) => node.of,
}
