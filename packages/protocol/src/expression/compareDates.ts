import { NO, UNKNOWN, YES } from './answer.ts'
import type { Bounds, ConditionMeaning, Test } from './meaning.ts'
import type { CompareDates } from './nodes.ts'

const before =
  (l: Bounds, r: Bounds): Test =>
  (record, row) =>
    l.low(record, row) >= r.high(record, row) ? NO : l.high(record, row) < r.low(record, row) ? YES : UNKNOWN

const onOrBefore =
  (l: Bounds, r: Bounds): Test =>
  (record, row) =>
    l.low(record, row) > r.high(record, row) ? NO : l.high(record, row) <= r.low(record, row) ? YES : UNKNOWN

const words: Record<CompareDates['operator'], { en: string; nb: string }> = {
  before: { en: 'is before', nb: 'er før' },
  onOrBefore: { en: 'is on or before', nb: 'er senest' },
  after: { en: 'is after', nb: 'er etter' },
  onOrAfter: { en: 'is on or after', nb: 'er tidligst' },
}

export const compareDates: ConditionMeaning<CompareDates> = {
  test(node, scope) {
    const left = scope.date(node.left)
    const right = scope.date(node.right)
    switch (node.operator) {
      case 'before':
        return before(left, right)
      case 'onOrBefore':
        return onOrBefore(left, right)
      case 'after':
        return before(right, left)
      case 'onOrAfter':
        return onOrBefore(right, left)
    }
  },
  state(node, scope) {
    const left = scope.state(node.left)
    const right = scope.state(node.right)
    const word = words[node.operator]
    return { en: `${left.en} ${word.en} ${right.en}`, nb: `${left.nb} ${word.nb} ${right.nb}` }
  },
  parts: (node) => [node.left, node.right],
}
