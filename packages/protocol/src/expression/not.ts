import { opposite } from './answer.ts'
import type { ConditionMeaning } from './meaning.ts'
import type { Not } from './nodes.ts'
import { sql } from './sql.ts'

export const not: ConditionMeaning<Not> = {
  test(node, scope) {
    const part = scope.condition(node.of)
    return (record, row) => opposite(part(record, row))
  },
  sql: (node, scope) => sql`(not ${scope.condition(node.of)})`,
  state(node, scope) {
    const part = scope.state(node.of)
    return { en: `not (${part.en})`, nb: `ikke (${part.nb})` }
  },
  parts: (node) => [node.of],
}
