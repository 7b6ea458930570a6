import { neverSkipped, type NumberKind } from './meaning.ts'
import type { Elapsed } from './nodes.ts'
import { endsOf, over, sql } from './sql.ts'

/** Days from one date to another. */
export const elapsed: NumberKind<Elapsed> = {
  bounds(node, scope) {
    const from = scope.date(node.from)
    const to = scope.date(node.to)
    return {
      low: (record, row) => to.low(record, row) - from.high(record, row),
      high: (record, row) => to.high(record, row) - from.low(record, row),
      skipped: neverSkipped,
    }
  },
  sql: (node, scope) =>
    over(endsOf(sql`t[1] - f[2]`, sql`t[2] - f[1]`), sql`${scope.date(node.from)} as f, ${scope.date(node.to)} as t`),
  state(node, scope) {
    const from = scope.state(node.from)
    const to = scope.state(node.to)
    return { en: `days from ${from.en} to ${to.en}`, nb: `dager fra ${from.nb} til ${to.nb}` }
  },
  parts: (node) => [node.from, node.to],
}
