import { neverSkipped, type NumberKind } from './meaning.ts'
import type { Constant } from './nodes.ts'
import { quantityWords } from './say.ts'
import { endsOf, sql } from './sql.ts'

export const constant: NumberKind<Constant> = {
  bounds({ value }) {
    const end = () => value
    return { low: end, high: end, skipped: neverSkipped }
  },
  sql: ({ value }) => endsOf(sql`${value}`, sql`${value}`),
  state: (node) => quantityWords(node.value, node.unit),
  parts: () => [],
}
