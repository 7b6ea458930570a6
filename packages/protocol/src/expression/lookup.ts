import type { End, NumberKind } from './meaning.ts'
import type { Lookup } from './nodes.ts'
import { stateItem } from './say.ts'
import { endsOf, listOf, skippedFact, sql } from './sql.ts'

/** A number for each code of an answer. */
export const lookup: NumberKind<Lookup> = {
  bounds(node, scope) {
    const read = scope.read(node.of)
    const end =
      (otherwise: number): End =>
      (record, row) => {
        const { code } = read(record, row)
        if (code === undefined) return Number.NaN
        return node.table[code] ?? otherwise
      }
    return {
      low: end(Number.POSITIVE_INFINITY),
      high: end(Number.NEGATIVE_INFINITY),
      skipped: (record, row) => read(record, row).skipped,
    }
  },
  sql(node, scope) {
    const code = sql`${scope.fact(node.of)}->>'code'`
    const scores = Object.entries(node.table).map(([each, score]) => sql`when ${code} = ${each} then ${score}`)
    const end = (otherwise: number) =>
      sql`(case when ${code} is null then null ${listOf(scores, ' ')} else ${otherwise} end)`
    return endsOf(
      end(Number.POSITIVE_INFINITY),
      end(Number.NEGATIVE_INFINITY),
      sql`(${skippedFact(scope.fact(node.of))})::int`,
    )
  },
  state: (node, scope) => stateItem(node.of, scope),
  parts: (node) => [node.of],
}
