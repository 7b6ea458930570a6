import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileStudy } from '../compile.ts'
import { smallStudy } from '../testing/smallStudy.ts'
import { conditionKind } from './kinds.ts'
import type { Compare, CompareDates, DateNode, NumberNode } from './nodes.ts'
import { fact, type EvaluationRecord, type Fact } from './fact.ts'
import { scopeOf } from './scope.ts'

/* Comparisons with a constant read a fact directly; asked in a form that cannot, they must answer alike. */

const end = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
)
const known: fc.Arbitrary<Fact> = fc
  .tuple(end, end)
  .map(([a, b]) => fact({ low: Math.min(a, b), high: Math.max(a, b) }))
const notApplicable = fact({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, skipped: true })
const facts = fc.oneof(known, fc.constantFrom(fact({}), notApplicable))

const scope = scopeOf(compileStudy(smallStudy))
const recordWith = (found: Fact): EvaluationRecord => ({
  facts: scope.slots.map(() => found),
  today: fact({ low: 0, high: 0 }),
  events: [],
})
const ask = (node: Compare | CompareDates, found: Fact) => {
  const test = conditionKind(node).test(node, scope)
  return test(recordWith(found), [])
}

const weight: NumberNode = { kind: 'numberItem', form: 'body', item: 'weight', at: 'latest', unit: 'kg' }
const constant = (value: number): NumberNode => ({ kind: 'constant', value, unit: 'kg' })
const sumOf = (part: NumberNode): NumberNode => ({ kind: 'sum', of: [part], unit: 'kg' })

test('a number against a constant answers as against a calculation of the same', () => {
  const operators = fc.constantFrom<Compare['operator']>('atLeast', 'above', 'atMost', 'below', 'equals')
  fc.assert(
    fc.property(operators, facts, fc.integer({ min: -3, max: 3 }), (operator, found, value) => {
      const slow = ask({ kind: 'compare', operator, left: weight, right: sumOf(constant(value)) }, found)
      expect(ask({ kind: 'compare', operator, left: weight, right: constant(value) }, found)).toBe(slow)
      expect(ask({ kind: 'compare', operator, left: sumOf(weight), right: constant(value) }, found)).toBe(slow)
    }),
    { numRuns: 2000 },
  )
})

test('a score of codes against a constant answers as against a calculation of the same', () => {
  const answers = [undefined, '', 'yes', 'no', 'neither'].map((code) => fact({ code, skipped: code === '' }))
  const score: NumberNode = {
    kind: 'mean',
    of: [
      {
        kind: 'lookup',
        of: { kind: 'codedItem', form: 'person', item: 'smoker', at: 'latest' },
        table: { yes: 2, no: 0 },
        unit: 'kg',
      },
    ],
    minimumAnswered: 1,
    unit: 'kg',
  }
  for (const found of answers)
    for (const operator of ['atLeast', 'above'] as const)
      for (const value of [-1, 0, 1, 2, 3])
        expect(ask({ kind: 'compare', operator, left: score, right: constant(value) }, found)).toBe(
          ask({ kind: 'compare', operator, left: score, right: sumOf(constant(value)) }, found),
        )
})

test('a date against a certain day answers as the same question turned round', () => {
  const surgery: DateNode = { kind: 'dateItem', form: 'body', item: 'surgery', at: 'latest' }
  const turned = { before: 'after', onOrBefore: 'onOrAfter', after: 'before', onOrAfter: 'onOrBefore' } as const
  const operators = fc.constantFrom<CompareDates['operator']>('before', 'onOrBefore', 'after', 'onOrAfter')
  fc.assert(
    fc.property(operators, facts, fc.integer({ min: -3, max: 3 }), (operator, found, value) => {
      const day: DateNode = {
        kind: 'shifted',
        date: { kind: 'today' },
        by: { value: Math.abs(value), unit: 'd' },
        direction: value < 0 ? 'earlier' : 'later',
      }
      const slow = ask({ kind: 'compareDates', operator: turned[operator], left: day, right: surgery }, found)
      expect(ask({ kind: 'compareDates', operator, left: surgery, right: day }, found)).toBe(slow)
    }),
    { numRuns: 2000 },
  )
})
