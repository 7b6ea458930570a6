import { runs } from '@trialwright/test-support'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadStudy } from '../load.ts'
import { compiled, conditions, scope, walks } from '../testing/randomExpressions.ts'
import { learned, records } from '../testing/randomRecords.ts'
import { NO, UNKNOWN, YES, type Tri } from './answer.ts'
import { explaining } from './explain.ts'
import { NO_ROW, UNRECORDED, type EvaluationRecord } from './fact.ts'
import type { ConditionNode } from './nodes.ts'

/* Random expressions over random, half-known data. */

const answer = (node: ConditionNode, record: EvaluationRecord): Tri => scope.condition(node)(record, NO_ROW)

describe('Kleene’s strong logic', () => {
  const known: Record<string, ConditionNode> = {
    yes: {
      kind: 'compare',
      operator: 'equals',
      left: { kind: 'constant', value: 1, unit: '1' },
      right: { kind: 'constant', value: 1, unit: '1' },
    },
    no: {
      kind: 'compare',
      operator: 'equals',
      left: { kind: 'constant', value: 1, unit: '1' },
      right: { kind: 'constant', value: 2, unit: '1' },
    },
    unknown: { kind: 'oneOf', of: walks, codes: ['yes'] },
  }
  const empty: EvaluationRecord = { facts: scope.slots.map(() => UNRECORDED), today: UNRECORDED, events: [] }
  const of = (kind: 'all' | 'any', left: string, right: string) =>
    answer({ kind, of: [known[left] as ConditionNode, known[right] as ConditionNode] }, empty)
  const rank = { no: NO, unknown: UNKNOWN, yes: YES }
  const names = ['no', 'unknown', 'yes'] as const
  test.each(names.flatMap((left) => names.map((right) => [left, right] as const)))('%s with %s', (left, right) => {
    expect(of('all', left, right)).toBe(Math.min(rank[left], rank[right]))
    expect(of('any', left, right)).toBe(Math.max(rank[left], rank[right]))
  })
})

describe('laws over random expressions and data', () => {
  test('De Morgan, and not twice is nothing', () => {
    fc.assert(
      fc.property(conditions, conditions, records, (a, b, record) => {
        const not = (of: ConditionNode): ConditionNode => ({ kind: 'not', of })
        expect(answer(not({ kind: 'all', of: [a, b] }), record)).toBe(
          answer({ kind: 'any', of: [not(a), not(b)] }, record),
        )
        expect(answer(not({ kind: 'any', of: [a, b] }), record)).toBe(
          answer({ kind: 'all', of: [not(a), not(b)] }, record),
        )
        expect(answer(not(not(a)), record)).toBe(answer(a, record))
      }),
      runs(2000),
    )
  })

  test('an explanation’s answer is the answer', () => {
    fc.assert(
      fc.property(conditions, records, (node, record) => {
        expect(explaining(node, scope)(record, NO_ROW).answer).toBe(answer(node, record))
      }),
      runs(2000),
    )
  })

  test('more information never makes a settled answer unknown, nor turns it round', () => {
    let settled = 0
    fc.assert(
      fc.property(
        conditions,
        records,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
        (node, record, luck) => {
          const before = answer(node, record)
          if (before === UNKNOWN) return
          settled += 1
          expect(answer(node, learned(record, luck))).toBe(before)
        },
      ),
      runs(5000),
    )
    expect(settled).toBeGreaterThan(500)
  })
})

test('the same study loaded twice answers alike', () => {
  const again = loadStudy(JSON.parse(JSON.stringify(compiled)))
  expect(again.compiled).toEqual(loadStudy(compiled).compiled)
})
