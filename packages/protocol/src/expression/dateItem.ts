import type { DateKind } from './meaning.ts'
import type { DateItem } from './nodes.ts'
import { stateItem } from './say.ts'
import { endsOfFact } from './sql.ts'

export const dateItem: DateKind<DateItem> = {
  bounds(node, scope) {
    const read = scope.read(node)
    return { low: (record, row) => read(record, row).low, high: (record, row) => read(record, row).high }
  },
  sql: (node, scope) => endsOfFact(scope.fact(node)),
  state: (node, scope) => stateItem(node, scope),
  parts: () => [],
}
