import type { NumberKind } from './meaning.ts'
import type { RoundedUp } from './nodes.ts'
import { endsOf, over, sql } from './sql.ts'

export const roundedUp: NumberKind<RoundedUp> = {
  bounds(node, scope) {
    const of = scope.number(node.of)
    return {
      low: (record, row) => Math.ceil(of.low(record, row)),
      high: (record, row) => Math.ceil(of.high(record, row)),
      skipped: of.skipped,
    }
  },
  sql: (node, scope) => over(endsOf(sql`ceil(n[1])`, sql`ceil(n[2])`, sql`n[3]`), sql`${scope.number(node.of)} as n`),
  state(node, scope) {
    const of = scope.state(node.of)
    return { en: `${of.en}, rounded up`, nb: `${of.nb}, rundet opp` }
  },
  parts: (node) => [node.of],
}
