import { overAnswered, share, shareInSql } from './answered.ts'
import type { NumberKind } from './meaning.ts'
import type { Mean } from './nodes.ts'
import { listed } from './say.ts'
import { scoreOfAnswered } from './scoreOfAnswered.ts'
import { sql } from './sql.ts'

/**
 * The unrounded mean. Parts said to be absent are left out while at least `minimumAnswered` remain; a part still to
 * come leaves it unknown.
 */
export const mean: NumberKind<Mean> = {
  bounds(node, scope) {
    const parts = node.of.map((part) => scope.number(part))
    const end = (side: 'low' | 'high') =>
      scoreOfAnswered(parts, side, (sum, answered) =>
        answered >= node.minimumAnswered ? share(sum, answered) : Number.NaN,
      )
    return {
      oneNumber: parts.every((part) => part.oneNumber),
      low: end('low'),
      high: end('high'),
      skipped: (record, row) => parts.every((part) => part.skipped(record, row)),
    }
  },
  sql: (node, scope) =>
    overAnswered(
      node.of.map((part) => scope.number(part)),
      (sum, answered) =>
        sql`case when ${answered} >= ${node.minimumAnswered} and ${answered} > 0 then ${shareInSql(sum, answered)} end`,
    ),
  state(node, scope) {
    const parts = listed(node.of, scope)
    return { en: `mean of ${parts.en}`, nb: `gjennomsnitt av ${parts.nb}` }
  },
  parts: (node) => node.of,
}
