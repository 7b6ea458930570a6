import type { Fact } from './fact.ts'
import type { NumberKind } from './meaning.ts'
import type { Lookup } from './nodes.ts'
import { stateItem } from './say.ts'
import { endsOf, listOf, skippedFact, sql } from './sql.ts'

/** A number for each code of an answer. */
export const lookup: NumberKind<Lookup> = {
  bounds(node, scope) {
    const read = scope.read(node.of)
    const codes = Object.keys(node.table)
    const scores = Object.values(node.table)
    const endOf =
      (otherwise: number) =>
      ({ code }: Fact): number => {
        if (code === undefined) return Number.NaN
        // Answers have few codes: going through them is quicker than looking one up.
        for (let i = 0; i < codes.length; i += 1) if (codes[i] === code) return scores[i] as number
        return otherwise
      }
    const low = endOf(Number.POSITIVE_INFINITY)
    const high = endOf(Number.NEGATIVE_INFINITY)
    return {
      oneNumber: true,
      of: { place: scope.place(node.of), low, high },
      low: (record, row) => low(read(record, row)),
      high: (record, row) => high(read(record, row)),
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
