import { NO, UNKNOWN, YES, type Tri } from './answer.ts'
import type { ConditionMeaning } from './meaning.ts'
import type { Every } from './nodes.ts'
import { stateGroup } from './say.ts'

/** One row for which it fails settles it; a complete, empty list has none. */
export const every: ConditionMeaning<Every> = {
  test(node, scope) {
    const read = scope.rows(node.form, node.group, node.at)
    const where = scope.condition(node.where)
    return (record, outer) => {
      const { rows, complete } = read(record, outer)
      if (rows === undefined) return UNKNOWN
      let answer: Tri = complete ? YES : UNKNOWN
      for (const row of rows) {
        const next = where(record, row)
        if (next === NO) return NO
        if (next < answer) answer = next
      }
      return answer
    }
  },
  state(node, scope) {
    const group = stateGroup(node, scope)
    const where = scope.state(node.where)
    return { en: `${group.en}: for each, ${where.en}`, nb: `${group.nb}: for hver, ${where.nb}` }
  },
  parts: (node) => [node.where],
}
