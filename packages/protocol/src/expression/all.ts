import { NO, YES, type Tri } from './answer.ts'
import type { ConditionMeaning, Test } from './meaning.ts'
import type { All } from './nodes.ts'
import { joined } from './say.ts'
import { listOf, sql } from './sql.ts'

/** Kleene's strong conjunction: false beats unknown. */
export const all: ConditionMeaning<All> = {
  test(node, scope) {
    const parts = node.of.map((part) => scope.condition(part))
    const [first, second] = parts
    return parts.length === 2 && first !== undefined && second !== undefined ? both(first, second) : every(parts)
  },
  sql: (node, scope) => sql`(${listOf([sql`true`, ...node.of.map((part) => scope.condition(part))], ' and ')})`,
  state: (node, scope) => joined(node.of, { en: 'and', nb: 'og' }, scope),
  parts: (node) => node.of,
}

const both =
  (first: Test, second: Test): Test =>
  (record, row) => {
    const one = first(record, row)
    if (one === NO) return NO
    const other = second(record, row)
    return other < one ? other : one
  }

const every =
  (parts: readonly Test[]): Test =>
  (record, row) => {
    let answer: Tri = YES
    for (const part of parts) {
      const next = part(record, row)
      if (next === NO) return NO
      if (next < answer) answer = next
    }
    return answer
  }
