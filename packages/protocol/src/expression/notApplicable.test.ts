import { describe, expect, test } from 'vitest'
import { answer, code, ends, from, known, notApplicable as none, now, points, walks, worst } from '../testing/person.ts'
import type { ConditionNode, NumberNode } from './nodes.ts'

/* Nothing holds of what does not exist, also where the other number is open to one side, or was divided by. */

const below5 = from(Number.NEGATIVE_INFINITY, 4.999)
const above5 = from(5.001, Number.POSITIVE_INFINITY)
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
    expect(answer(compare(now, operator, worst), { now: none, worst: other })).toBe('no')
    expect(answer(compare(worst, operator, now), { now: none, worst: other })).toBe('no')
  })
  const of = [now, worst]
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
    left: now,
    right: worst,
    unit: '1',
  }
  test('by what may be zero can come to anything', () => {
    expect(ends(quotient, { now: known(1), worst: from(-1, 1) })).toEqual([Number.NaN, Number.NaN])
    expect(ends(quotient, { now: known(1), worst: known(0) })).toEqual([Number.NaN, Number.NaN])
  })
  test('by an interval on one side of zero', () =>
    expect(ends(quotient, { now: known(1), worst: from(2, 4) })).toEqual([0.25, 0.5]))
})

describe('a tally of what was left blank', () => {
  const denied: NumberNode = { kind: 'tally', of: [{ kind: 'not', of: { kind: 'oneOf', of: walks, codes: ['yes'] } }] }
  test('does not count its denial, which would both hold and be left out', () => {
    expect(ends(denied, { walks: none })).toEqual([0, 0])
    expect(ends(denied, { walks: code('no') })).toEqual([1, 1])
    expect(ends(denied, { walks: code('yes') })).toEqual([0, 0])
    expect(ends(denied, {})).toEqual([0, 1])
  })
})
