import type { NumberKind } from './meaning.ts'
import type { NumberItem } from './nodes.ts'
import { stateItem } from './say.ts'
import { endsOfFact } from './sql.ts'

export const numberItem: NumberKind<NumberItem> = {
  bounds(node, scope) {
    const read = scope.read(node)
    return {
      of: { place: scope.place(node), low: (fact) => fact.low, high: (fact) => fact.high },
      low: (record, row) => read(record, row).low,
      high: (record, row) => read(record, row).high,
      skipped: (record, row) => read(record, row).skipped,
    }
  },
  sql: (node, scope) => endsOfFact(scope.fact(node)),
  state: (node, scope) => stateItem(node, scope),
  parts: () => [],
}
