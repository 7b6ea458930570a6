import { NO, UNKNOWN, YES } from './answer.ts'
import type { ConditionMeaning } from './meaning.ts'
import type { Between } from './nodes.ts'
import { numberWords } from './say.ts'
import { over, sql } from './sql.ts'

/** Both ends included. */
export const between: ConditionMeaning<Between> = {
  test(node, scope) {
    const of = scope.number(node.of)
    const { value: least } = node.low
    const { value: most } = node.high
    return (record, row) => {
      const low = of.low(record, row)
      const high = of.high(record, row)
      if (high < least || low > most) return NO
      return low >= least && high <= most ? YES : UNKNOWN
    }
  },
  sql: (node, scope) =>
    over(
      sql`case when n[2] < ${node.low.value} or n[1] > ${node.high.value} then false
        when n[1] >= ${node.low.value} and n[2] <= ${node.high.value} then true end`,
      sql`${scope.number(node.of)} as n`,
    ),
  state(node, scope) {
    const of = scope.state(node.of)
    const low = numberWords(node.low.value)
    const high = scope.state(node.high)
    return { en: `${of.en} is from ${low.en} to ${high.en}`, nb: `${of.nb} er fra ${low.nb} til ${high.nb}` }
  },
  parts: (node) => [node.of, node.low, node.high],
}
