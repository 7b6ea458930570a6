import { neverSkipped, type NumberKind } from './meaning.ts'
import type { Elapsed } from './nodes.ts'

/** Days from one date to another. */
export const elapsed: NumberKind<Elapsed> = {
  bounds(node, scope) {
    const from = scope.date(node.from)
    const to = scope.date(node.to)
    return {
      low: (record, row) => to.low(record, row) - from.high(record, row),
      high: (record, row) => to.high(record, row) - from.low(record, row),
      skipped: neverSkipped,
    }
  },
  state(node, scope) {
    const from = scope.state(node.from)
    const to = scope.state(node.to)
    return { en: `days from ${from.en} to ${to.en}`, nb: `dager fra ${from.nb} til ${to.nb}` }
  },
  parts: (node) => [node.from, node.to],
}
