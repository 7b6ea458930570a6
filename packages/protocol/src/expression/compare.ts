import { NO, UNKNOWN, YES } from './answer.ts'
import type { Bounds, ConditionMeaning, Test } from './meaning.ts'
import type { Compare } from './nodes.ts'

/*
 * Every comparison asks for "no" first: an unknown number (NaN) then answers neither, and a number that does not
 * apply (the empty interval) answers no, for nothing can be said of what does not exist.
 */
const tests: Record<Compare['operator'], (left: Bounds, right: Bounds) => Test> = {
  atLeast: (l, r) => (record, row) =>
    l.high(record, row) < r.low(record, row) ? NO : l.low(record, row) >= r.high(record, row) ? YES : UNKNOWN,
  above: (l, r) => (record, row) =>
    l.high(record, row) <= r.low(record, row) ? NO : l.low(record, row) > r.high(record, row) ? YES : UNKNOWN,
  atMost: (l, r) => (record, row) =>
    l.low(record, row) > r.high(record, row) ? NO : l.high(record, row) <= r.low(record, row) ? YES : UNKNOWN,
  below: (l, r) => (record, row) =>
    l.low(record, row) >= r.high(record, row) ? NO : l.high(record, row) < r.low(record, row) ? YES : UNKNOWN,
  equals: (l, r) => (record, row) => {
    const low = l.low(record, row)
    const high = l.high(record, row)
    const otherLow = r.low(record, row)
    const otherHigh = r.high(record, row)
    if (high < otherLow || low > otherHigh) return NO
    return low === high && otherLow === otherHigh && low === otherLow ? YES : UNKNOWN
  },
}

const words: Record<Compare['operator'], { en: string; nb: string }> = {
  atLeast: { en: 'is at least', nb: 'er minst' },
  above: { en: 'is above', nb: 'er over' },
  atMost: { en: 'is at most', nb: 'er høyst' },
  below: { en: 'is below', nb: 'er under' },
  equals: { en: 'is', nb: 'er' },
}

export const compare: ConditionMeaning<Compare> = {
  test: (node, scope) => tests[node.operator](scope.number(node.left), scope.number(node.right)),
  state(node, scope) {
    const left = scope.state(node.left)
    const right = scope.state(node.right)
    const word = words[node.operator]
    return { en: `${left.en} ${word.en} ${right.en}`, nb: `${left.nb} ${word.nb} ${right.nb}` }
  },
  parts: (node) => [node.left, node.right],
}
