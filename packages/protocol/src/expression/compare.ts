import { NO, UNKNOWN, YES } from './answer.ts'
import type { Bounds, ConditionMeaning, Test } from './meaning.ts'
import { compareItem, compareScore } from './compareItem.ts'
import type { Compare } from './nodes.ts'
import { over, sql, type Sql } from './sql.ts'

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

/** The same in SQL, of ends `l` and `r`. */
const operators: Record<Compare['operator'], { readonly no: Sql; readonly yes: Sql }> = {
  atLeast: { no: sql`l[2] < r[1]`, yes: sql`l[1] >= r[2]` },
  above: { no: sql`l[2] <= r[1]`, yes: sql`l[1] > r[2]` },
  atMost: { no: sql`l[1] > r[2]`, yes: sql`l[2] <= r[1]` },
  below: { no: sql`l[1] >= r[2]`, yes: sql`l[2] < r[1]` },
  equals: { no: sql`l[2] < r[1] or l[1] > r[2]`, yes: sql`l[1] = l[2] and r[1] = r[2] and l[1] = r[1]` },
}

export const compare: ConditionMeaning<Compare> = {
  test(node, scope) {
    const left = scope.number(node.left)
    const right = scope.number(node.right)
    if (node.right.kind === 'constant') {
      const { value } = node.right
      const quick =
        node.left.kind === 'numberItem'
          ? compareItem(node.operator, scope.place(node.left), value)
          : compareScore(node.operator, left, value)
      if (quick !== undefined) return quick
    }
    const test = tests[node.operator](left, right)
    if (node.right.kind === 'constant') return test
    // Two open ends can meet: nothing holds of what does not apply, whatever the other is.
    return (record, row) =>
      left.low(record, row) > left.high(record, row) || right.low(record, row) > right.high(record, row)
        ? NO
        : test(record, row)
  },
  sql: (node, scope) =>
    over(
      sql`case when l[1] > l[2] or r[1] > r[2] or ${operators[node.operator].no} then false when ${operators[node.operator].yes} then true end`,
      sql`${scope.number(node.left)} as l, ${scope.number(node.right)} as r`,
    ),
  state(node, scope) {
    const left = scope.state(node.left)
    const right = scope.state(node.right)
    const word = words[node.operator]
    return { en: `${left.en} ${word.en} ${right.en}`, nb: `${left.nb} ${word.nb} ${right.nb}` }
  },
  parts: (node) => [node.left, node.right],
}
