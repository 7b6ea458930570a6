import { describe, expect, test } from 'vitest'
import { scope } from '../testing/randomExpressions.ts'
import { answerOf } from './answer.ts'
import { fact, NO_ROW, UNRECORDED, type EvaluationRecord, type Fact } from './fact.ts'
import type { CodedItem, ConditionNode, NumberItem, NumberNode } from './nodes.ts'

/* Nothing holds of what does not exist, also where the other number is open to one side, or was divided by. */

const item = (name: string): NumberItem => ({
  kind: 'numberItem',
  form: 'pain',
  item: name,
  at: 'latest',
  unit: '{score}',
})
const points = (value: number): NumberNode => ({ kind: 'constant', value, unit: '{score}' })
const none = fact({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, code: '', skipped: true })
const below5 = fact({ low: Number.NEGATIVE_INFINITY, high: 4.999 })
const above5 = fact({ low: 5.001, high: Number.POSITIVE_INFINITY })

function record(facts: Readonly<Record<string, Fact>>): EvaluationRecord {
  return {
    today: UNRECORDED,
    events: [],
    facts: scope.slots.map(({ item: name, at }) => (at === 'latest' ? (facts[name] ?? UNRECORDED) : UNRECORDED)),
  }
}
const answer = (node: ConditionNode, facts: Readonly<Record<string, Fact>>) =>
  answerOf(scope.condition(node)(record(facts), NO_ROW))
const ends = (node: NumberNode, facts: Readonly<Record<string, Fact>>) => {
  const { low, high } = scope.number(node)
  return [low(record(facts), NO_ROW), high(record(facts), NO_ROW)]
}
const compare = (left: NumberNode, operator: 'atLeast' | 'atMost', right: NumberNode): ConditionNode => ({
  kind: 'compare',
  operator,
  left,
  right,
})

describe('a number that does not apply, against one open to one side', () => {
  test.each([
    ['at most', 'atMost', above5],
    ['at least', 'atLeast', below5],
  ] as const)('is not %s it', (_, operator, other) => {
    expect(answer(compare(item('now'), operator, item('worst')), { now: none, worst: other })).toBe('no')
    expect(answer(compare(item('worst'), operator, item('now')), { now: none, worst: other })).toBe('no')
  })
  const of = [item('now'), item('worst')]
  test.each([
    ['sum', { kind: 'sum', of, unit: '{score}' }],
    ['mean', { kind: 'mean', of: [{ kind: 'sum', of, unit: '{score}' }], minimumAnswered: 1, unit: '{score}' }],
    ['prorated', { kind: 'prorated', of: [{ kind: 'sum', of, unit: '{score}' }], minimumAnswered: 1, maximumEach: 5 }],
  ] as const)('leaves no %s with it', (_, node) => {
    expect(answer(compare(node, 'atMost', points(100)), { now: none, worst: below5 })).toBe('no')
    expect(answer(compare(node, 'atLeast', points(0)), { now: none, worst: above5 })).toBe('no')
    expect(answer(compare(node, 'atLeast', points(0)), { now: none })).toBe('no')
  })
})

describe('a division', () => {
  const quotient: NumberNode = {
    kind: 'arithmetic',
    operator: 'dividedBy',
    left: item('now'),
    right: item('worst'),
    unit: '1',
  }
  const point = (value: number) => fact({ low: value, high: value })
  test('by what may be zero can come to anything', () => {
    expect(ends(quotient, { now: point(1), worst: fact({ low: -1, high: 1 }) })).toEqual([Number.NaN, Number.NaN])
    expect(ends(quotient, { now: point(1), worst: point(0) })).toEqual([Number.NaN, Number.NaN])
  })
  test('by an interval on one side of zero', () =>
    expect(ends(quotient, { now: point(1), worst: fact({ low: 2, high: 4 }) })).toEqual([0.25, 0.5]))
})

describe('a tally of what was left blank', () => {
  const walks: CodedItem = { kind: 'codedItem', form: 'pain', item: 'walks', at: 'latest' }
  const denied: NumberNode = { kind: 'tally', of: [{ kind: 'not', of: { kind: 'oneOf', of: walks, codes: ['yes'] } }] }
  test('does not count its denial, which would both hold and be left out', () => {
    expect(ends(denied, { walks: none })).toEqual([0, 0])
    expect(ends(denied, { walks: fact({ code: 'no' }) })).toEqual([1, 1])
    expect(ends(denied, { walks: fact({ code: 'yes' }) })).toEqual([0, 0])
    expect(ends(denied, {})).toEqual([0, 1])
  })
})
