import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileStudy } from '../compile.ts'
import { loadStudy } from '../load.ts'
import { smallStudy } from '../testing/smallStudy.ts'
import { NO, UNKNOWN, YES, type Tri } from './answer.ts'
import { explaining } from './explain.ts'
import { fact, NO_ROW, UNRECORDED, type EvaluationRecord, type Fact } from './fact.ts'
import type { CodedItem, ConditionNode, DateItem, NumberItem, NumberNode } from './nodes.ts'
import { scopeOf } from './scope.ts'

/* Random expressions over random, half-known data. */

const compiled = compileStudy(smallStudy)
const scope = scopeOf(compiled)
const at = 'latest' as const
const numberItems: readonly NumberItem[] = ['now', 'worst', 'usual'].map((item) => ({
  kind: 'numberItem',
  form: 'pain',
  item,
  at,
  unit: '{score}',
}))
const haemoglobin: NumberItem = { kind: 'numberItem', form: 'blood', item: 'haemoglobin', at, unit: 'g/L' }
const codedItems: readonly CodedItem[] = ['walks', 'sleeps'].map((item) => ({
  kind: 'codedItem',
  form: 'pain',
  item,
  at,
}))
const dates: readonly DateItem[] = [
  { kind: 'dateItem', form: 'body', item: 'surgery', at },
  { kind: 'dateItem', form: 'person', item: 'birthDate', at },
]
const rowHeight: NumberItem = { kind: 'numberItem', form: 'scan', item: 'height', at, group: 'endplates', unit: '%' }
const rowType: CodedItem = { kind: 'codedItem', form: 'scan', item: 'type', at, group: 'endplates' }

for (const item of [...numberItems, haemoglobin, ...codedItems, ...dates]) scope.read(item)
scope.rows('scan', 'endplates', at)

const integer = fc.integer({ min: 0, max: 10 })
const constant = integer.map((value): NumberNode => ({ kind: 'constant', value, unit: '{score}' }))
const operator = fc.constantFrom('atLeast', 'above', 'atMost', 'below', 'equals')
const duration = fc.record({ value: fc.integer({ min: 1, max: 12 }), unit: fc.constantFrom('d', 'mo') })

const numbers: fc.Arbitrary<NumberNode> = fc.letrec<{ number: NumberNode }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<NumberNode>(...numberItems),
    constant,
    fc
      .array(tie('number'), { minLength: 1, maxLength: 3 })
      .chain((of) =>
        fc
          .integer({ min: 1, max: of.length })
          .map((minimumAnswered): NumberNode => ({ kind: 'mean', of, minimumAnswered, unit: '{score}' })),
      ),
    fc
      .array(tie('number'), { minLength: 1, maxLength: 3 })
      .map((of): NumberNode => ({ kind: 'sum', of, unit: '{score}' })),
    fc
      .record({ left: tie('number'), right: constant, operator: fc.constantFrom('plus', 'minus', 'times') })
      .map((parts): NumberNode => ({ kind: 'arithmetic', unit: '{score}', ...parts }) as NumberNode),
    tie('number').map((of): NumberNode => ({ kind: 'roundedUp', of, unit: '{score}' })),
  ),
})).number

const conditions: fc.Arbitrary<ConditionNode> = fc.letrec<{ condition: ConditionNode }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .record({ operator, left: numbers, right: numbers })
      .map((parts) => ({ kind: 'compare', ...parts }) as ConditionNode),
    fc.record({ of: numbers, low: integer, high: integer }).map(
      ({ of, low, high }) =>
        ({
          kind: 'between',
          of,
          low: { kind: 'constant', value: low, unit: '{score}' },
          high: { kind: 'constant', value: high, unit: '{score}' },
        }) as ConditionNode,
    ),
    fc.constantFrom<ConditionNode>(...codedItems.map((of): ConditionNode => ({ kind: 'oneOf', of, codes: ['yes'] }))),
    fc
      .record({ date: fc.constantFrom(...dates), duration })
      .map(
        ({ date, duration: d }) => ({ kind: 'within', date, duration: d, before: { kind: 'today' } }) as ConditionNode,
      ),
    fc
      .constantFrom('before', 'onOrBefore', 'after', 'onOrAfter')
      .map((each) => ({ kind: 'compareDates', operator: each, left: dates[0], right: dates[1] }) as ConditionNode),
    fc
      .constantFrom('above', 'below', 'outside')
      .map((side) => ({ kind: 'referenceRange', of: haemoglobin, side, times: 1 }) as ConditionNode),
    fc
      .record({ kind: fc.constantFrom('some', 'every'), value: integer, both: fc.boolean() })
      .map(({ kind, value, both }): ConditionNode => {
        const high: ConditionNode = {
          kind: 'compare',
          operator: 'atLeast',
          left: rowHeight,
          right: { kind: 'constant', value, unit: '%' },
        }
        const where: ConditionNode = both
          ? { kind: 'all', of: [high, { kind: 'oneOf', of: rowType, codes: ['one'] }] }
          : high
        return { kind, form: 'scan', group: 'endplates', at, where } as ConditionNode
      }),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): ConditionNode => ({ kind: 'all', of })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): ConditionNode => ({ kind: 'any', of })),
    tie('condition').map((of): ConditionNode => ({ kind: 'not', of })),
  ),
})).condition

/** A point, an interval, not recorded, said to be absent, or not applicable. */
const numberFact = (most: number): fc.Arbitrary<Fact> =>
  fc.oneof(
    fc
      .integer({ min: 0, max: most })
      .map((value) => fact({ low: value, high: value, refLow: most / 3, refHigh: most / 2 })),
    fc
      .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
      .map(([a, b]) => fact({ low: Math.min(a, b), high: Math.max(a, b), refLow: most / 3, refHigh: most / 2 })),
    fc.constant(UNRECORDED),
    fc.constant(fact({ skipped: true })),
    fc.constant(fact({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, code: '', skipped: true })),
  )
const codedFact = (...codes: readonly string[]): fc.Arbitrary<Fact> =>
  fc.oneof(
    fc.constantFrom(...codes).map((code) => fact({ code })),
    fc.constant(UNRECORDED),
    fc.constant(fact({ code: '', skipped: true })),
  )
const rowsFact = fc.oneof(
  fc.constant(UNRECORDED),
  fc
    .record({
      rows: fc.array(fc.tuple(codedFact('one', 'two'), numberFact(10)), { maxLength: 3 }),
      complete: fc.boolean(),
    })
    .map((parts) => fact(parts)),
)
const factFor = (slot: { form: string; item: string }): fc.Arbitrary<Fact> =>
  slot.item === 'endplates'
    ? rowsFact
    : slot.item === 'walks' || slot.item === 'sleeps'
      ? codedFact('yes', 'no')
      : numberFact(slot.form === 'pain' ? 10 : 400)

const records: fc.Arbitrary<EvaluationRecord> = fc
  .tuple(...scope.slots.map(factFor))
  .map((facts) => ({ facts, today: fact({ low: 300, high: 300 }), events: [] }))

const answer = (node: ConditionNode, record: EvaluationRecord): Tri => scope.condition(node)(record, NO_ROW)
const runs = { numRuns: 2000 }

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
    unknown: { kind: 'oneOf', of: codedItems[0] as CodedItem, codes: ['yes'] },
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
      runs,
    )
  })

  test('an explanation’s answer is the answer', () => {
    fc.assert(
      fc.property(conditions, records, (node, record) => {
        expect(explaining(node, scope)(record, NO_ROW).answer).toBe(answer(node, record))
      }),
      runs,
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
          let next = 0
          const learn = (known: Fact): Fact => {
            const share = luck[next++ % luck.length] as number
            if (known.rows !== undefined) return fact({ ...known, rows: known.rows.map((row) => row.map(learn)) })
            if (known.skipped || share < 0.2) return known
            if (known.low < known.high) {
              const value = known.low + Math.floor(share * (known.high - known.low + 1))
              return fact({ ...known, low: value, high: value })
            }
            return known
          }
          const facts = record.facts.map((known, index) =>
            known === UNRECORDED ? (lateFact(index, luck[next++ % luck.length] as number) ?? known) : learn(known),
          )
          expect(answer(node, { ...record, facts })).toBe(before)
        },
      ),
      { numRuns: 5000 },
    )
    expect(settled).toBeGreaterThan(500)
  })
})

/** A value for an item nobody had recorded, or nothing yet. */
function lateFact(index: number, share: number): Fact | undefined {
  const slot = scope.slots[index]
  if (slot === undefined || share < 0.3) return undefined
  if (slot.item === 'walks' || slot.item === 'sleeps') return fact({ code: share < 0.6 ? 'yes' : 'no' })
  if (slot.item === 'endplates')
    return fact({ rows: [[fact({ code: 'one' }), fact({ low: 9, high: 9 })]], complete: share < 0.6 })
  const value = Math.floor(share * (slot.form === 'pain' ? 10 : 400))
  return fact({ low: value, high: value, refLow: 130, refHigh: 200 })
}

test('the same study loaded twice answers alike', () => {
  const again = loadStudy(JSON.parse(JSON.stringify(compiled)))
  expect(again.compiled).toEqual(loadStudy(compiled).compiled)
})
