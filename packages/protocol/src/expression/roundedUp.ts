import type { NumberKind } from './meaning.ts'
import type { RoundedUp } from './nodes.ts'

export const roundedUp: NumberKind<RoundedUp> = {
  bounds(node, scope) {
    const of = scope.number(node.of)
    return {
      low: (record, row) => Math.ceil(of.low(record, row)),
      high: (record, row) => Math.ceil(of.high(record, row)),
      skipped: of.skipped,
    }
  },
  state(node, scope) {
    const of = scope.state(node.of)
    return { en: `${of.en}, rounded up`, nb: `${of.nb}, rundet opp` }
  },
  parts: (node) => [node.of],
}
