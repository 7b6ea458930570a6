import { NO, YES } from './answer.ts'
import type { EvaluationRecord, FactRow } from './fact.ts'
import { neverSkipped, type NumberKind, type Read, type Scope } from './meaning.ts'
import type { ConditionNode, Tally } from './nodes.ts'

/** How many hold. A condition on items that were left blank counts as not holding; one still to come may yet. */
export const tally: NumberKind<Tally> = {
  bounds(node, scope) {
    const parts = node.of.map((part) => ({ test: scope.condition(part), blank: leftBlank(part, scope) }))
    return {
      low: (record, row) => parts.reduce((n, part) => n + (part.test(record, row) === YES ? 1 : 0), 0),
      high: (record, row) =>
        parts.reduce((n, part) => n + (part.test(record, row) === NO || part.blank(record, row) ? 0 : 1), 0),
      skipped: neverSkipped,
    }
  },
  state: (node) => ({ en: `number that apply, of ${node.of.length}`, nb: `antall som stemmer, av ${node.of.length}` }),
  parts: (node) => node.of,
}

function leftBlank(node: ConditionNode, scope: Scope): (record: EvaluationRecord, row: FactRow) => boolean {
  const reads: readonly Read[] = scope.items(node).map((item) => scope.read(item))
  return (record, row) => reads.length > 0 && reads.every((read) => read(record, row).skipped)
}
