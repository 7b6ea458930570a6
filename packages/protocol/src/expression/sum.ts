import type { End, NumberKind } from './meaning.ts'
import type { Sum } from './nodes.ts'
import { listed } from './say.ts'

/** Every part is needed; one that is missing leaves the sum unknown. */
export const sum: NumberKind<Sum> = {
  bounds(node, scope) {
    const parts = node.of.map((part) => scope.number(part))
    const end =
      (side: 'low' | 'high'): End =>
      (record, row) => {
        let total = 0
        for (const part of parts) total += part[side](record, row)
        return total
      }
    return {
      low: end('low'),
      high: end('high'),
      skipped: (record, row) => parts.every((part) => part.skipped(record, row)),
    }
  },
  state(node, scope) {
    const parts = listed(node.of, scope)
    return { en: `sum of ${parts.en}`, nb: `sum av ${parts.nb}` }
  },
  parts: (node) => node.of,
}
