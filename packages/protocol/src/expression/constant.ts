import { neverSkipped, type NumberKind } from './meaning.ts'
import type { Constant } from './nodes.ts'
import { quantityWords } from './say.ts'

export const constant: NumberKind<Constant> = {
  bounds({ value }) {
    const end = () => value
    return { low: end, high: end, skipped: neverSkipped }
  },
  state: (node) => quantityWords(node.value, node.unit),
  parts: () => [],
}
