import { NO, UNKNOWN, YES, type Tri } from './answer.ts'
import type { ConditionMeaning } from './meaning.ts'
import type { Some } from './nodes.ts'
import { stateGroup } from './say.ts'

/** One row for which it holds settles it; without one, an incomplete list or an unknown row leaves it unknown. */
export const some: ConditionMeaning<Some> = {
  test(node, scope) {
    const read = scope.rows(node.form, node.group, node.at)
    const where = scope.condition(node.where)
    return (record, outer) => {
      const { rows, complete } = read(record, outer)
      if (rows === undefined) return UNKNOWN
      let answer: Tri = complete ? NO : UNKNOWN
      for (const row of rows) {
        const next = where(record, row)
        if (next === YES) return YES
        if (next > answer) answer = next
      }
      return answer
    }
  },
  state(node, scope) {
    const group = stateGroup(node, scope)
    const where = scope.state(node.where)
    return { en: `${group.en}: one for which ${where.en}`, nb: `${group.nb}: en der ${where.nb}` }
  },
  parts: (node) => [node.where],
}
