import { NO, YES, type Tri } from './answer.ts'
import type { ConditionMeaning } from './meaning.ts'
import type { All } from './nodes.ts'
import { joined } from './say.ts'

/** Kleene's strong conjunction: false beats unknown. */
export const all: ConditionMeaning<All> = {
  test(node, scope) {
    const parts = node.of.map((part) => scope.condition(part))
    return (record, row) => {
      let answer: Tri = YES
      for (const part of parts) {
        const next = part(record, row)
        if (next === NO) return NO
        if (next < answer) answer = next
      }
      return answer
    }
  },
  state: (node, scope) => joined(node.of, { en: 'and', nb: 'og' }, scope),
  parts: (node) => node.of,
}
