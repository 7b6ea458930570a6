import { NO, UNKNOWN, YES } from './answer.ts'
import type { Bounds, ConditionMeaning, Test } from './meaning.ts'
import { compareDateItem } from './compareDateItem.ts'
import type { CompareDates } from './nodes.ts'
import { over, sql, type Sql } from './sql.ts'

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

/** The same in SQL. */
const beforeInSql = (left: Sql, right: Sql): Sql =>
  over(sql`case when l[1] >= r[2] then false when l[2] < r[1] then true end`, sql`${left} as l, ${right} as r`)

const onOrBeforeInSql = (left: Sql, right: Sql): Sql =>
  over(sql`case when l[1] > r[2] then false when l[2] <= r[1] then true end`, sql`${left} as l, ${right} as r`)

export const compareDates: ConditionMeaning<CompareDates> = {
  test(node, scope) {
    const left = scope.date(node.left)
    const right = scope.date(node.right)
    if (node.left.kind === 'dateItem' && right.isPoint)
      return compareDateItem(node.operator, scope.place(node.left), right.low)
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
  sql(node, scope) {
    const left = scope.date(node.left)
    const right = scope.date(node.right)
    switch (node.operator) {
      case 'before':
        return beforeInSql(left, right)
      case 'onOrBefore':
        return onOrBeforeInSql(left, right)
      case 'after':
        return beforeInSql(right, left)
      case 'onOrAfter':
        return onOrBeforeInSql(right, left)
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
