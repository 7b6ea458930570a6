import { NO, YES, type Tri } from './answer.ts'
import type { ConditionMeaning, Test } from './meaning.ts'
import type { Any } from './nodes.ts'
import { joined } from './say.ts'
import { listOf, sql } from './sql.ts'

/** Kleene's strong disjunction: one true part settles it, however much else is unknown. */
export const any: ConditionMeaning<Any> = {
  test(node, scope) {
    const parts = node.of.map((part) => scope.condition(part))
    const [first, second] = parts
    return parts.length === 2 && first !== undefined && second !== undefined ? either(first, second) : some(parts)
  },
  sql: (node, scope) => sql`(${listOf([sql`false`, ...node.of.map((part) => scope.condition(part))], ' or ')})`,
  state: (node, scope) => joined(node.of, { en: 'or', nb: 'eller' }, scope),
  parts: (node) => node.of,
}

const either =
  (first: Test, second: Test): Test =>
  (record, row) => {
    const one = first(record, row)
    if (one === YES) return YES
    const other = second(record, row)
    return other > one ? other : one
  }

const some =
  (parts: readonly Test[]): Test =>
  (record, row) => {
    let answer: Tri = NO
    for (const part of parts) {
      const next = part(record, row)
      if (next === YES) return YES
      if (next > answer) answer = next
    }
    return answer
  }
