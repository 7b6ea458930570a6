import type { Text } from '../text.ts'
import { NO, UNKNOWN, YES } from './answer.ts'
import type { Bounds, ConditionMeaning, Scope, Test } from './meaning.ts'
import { compareDateItem } from './compareDateItem.ts'
import type { CompareDates, Shifted } from './nodes.ts'
import { durationWords } from './say.ts'
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

const moreOrLess: Record<'more' | 'atLeast' | 'less' | 'atMost', Text> = {
  more: { en: 'more than', nb: 'mer enn' },
  atLeast: { en: 'at least', nb: 'minst' },
  less: { en: 'less than', nb: 'mindre enn' },
  atMost: { en: 'at most', nb: 'høyst' },
}

/** Against a moved date by the distance to the date itself: “more than 6 months before today”, not “before 6 months before today”. */
function stateDistance(left: Text, operator: CompareDates['operator'], right: Shifted, scope: Scope): Text {
  const earlier = right.direction === 'earlier'
  const far = { before: 'more', onOrBefore: 'atLeast', after: 'less', onOrAfter: 'atMost' } as const
  const near = { before: 'less', onOrBefore: 'atMost', after: 'more', onOrAfter: 'atLeast' } as const
  const distance = moreOrLess[(earlier ? far : near)[operator]]
  const by = durationWords(right.by)
  const date = scope.state(right.date)
  return {
    en: `${left.en} is ${distance.en} ${by.en} ${earlier ? 'before' : 'after'} ${date.en}`,
    nb: `${left.nb} er ${distance.nb} ${by.nb} ${earlier ? 'før' : 'etter'} ${date.nb}`,
  }
}

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
    const { right, operator } = node
    if (right.kind === 'shifted') return stateDistance(left, operator, right, scope)
    const other = scope.state(right)
    const word = words[operator]
    return { en: `${left.en} ${word.en} ${other.en}`, nb: `${left.nb} ${word.nb} ${other.nb}` }
  },
  parts: (node) => [node.left, node.right],
}
