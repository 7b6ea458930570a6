import * as fc from 'fast-check'
import { compileStudy } from '../compile.ts'
import type {
  CodedItem,
  CompareDates,
  ConditionNode,
  DateItem,
  DateNode,
  NumberItem,
  NumberNode,
  Occurrence,
  TrialEvent,
} from '../expression/nodes.ts'
import { scopeOf } from '../expression/scope.ts'
import { smallStudy } from './smallStudy.ts'

/* Random expressions over the small study, of every kind there is. */

export const compiled = compileStudy(smallStudy)
export const scope = scopeOf(compiled)

const at = 'latest' as const
const occurrences: readonly Occurrence[] = [at, 'previousVisit', { encounter: 'day14' }]
const numberItems: readonly NumberItem[] = ['now', 'worst', 'usual'].flatMap((item) =>
  occurrences.map(
    (occurrence): NumberItem => ({ kind: 'numberItem', form: 'pain', item, at: occurrence, unit: '{score}' }),
  ),
)
const haemoglobin: NumberItem = { kind: 'numberItem', form: 'blood', item: 'haemoglobin', at, unit: 'g/L' }
const codedItems: readonly CodedItem[] = ['walks', 'sleeps'].map((item) => ({
  kind: 'codedItem',
  form: 'pain',
  item,
  at,
}))
export const walks = codedItems[0] as CodedItem
const dateItems: readonly DateItem[] = [
  { kind: 'dateItem', form: 'body', item: 'surgery', at },
  { kind: 'dateItem', form: 'person', item: 'birthDate', at },
]
const rowHeight: NumberItem = { kind: 'numberItem', form: 'scan', item: 'height', at, group: 'endplates', unit: '%' }
const rowType: CodedItem = { kind: 'codedItem', form: 'scan', item: 'type', at, group: 'endplates' }

// Slots are given out as they are mentioned; records are made for those there are.
for (const item of [...numberItems, haemoglobin, ...codedItems, ...dateItems]) scope.read(item)
for (const { id, unit } of compiled.derived)
  for (const occurrence of occurrences) scope.number({ kind: 'derived', id, unit, at: occurrence })
scope.rows('scan', 'endplates', at)

const small = fc.integer({ min: 0, max: 10 })
const score = (value: number): NumberNode & { kind: 'constant' } => ({ kind: 'constant', value, unit: '{score}' })
const constant = fc
  .oneof(small, fc.constantFrom(-2, 0.5, 2.5, 33.3333333333, 117, 200))
  .map((value): NumberNode => score(value))
const operator = fc.constantFrom('atLeast', 'above', 'atMost', 'below', 'equals')
const duration = fc.record({
  value: fc.integer({ min: 0, max: 40 }),
  unit: fc.constantFrom('d' as const, 'wk' as const, 'mo' as const, 'a' as const),
})
const events = fc.constantFrom<TrialEvent>('consent', 'randomisation', 'firstInfusion', 'lastInfusion', 'visit')
const named = fc.record({
  id: fc.constantFrom('meanPain', 'meanOfTwo', 'index', 'signs'),
  at: fc.constantFrom(...occurrences),
})

export const dates: fc.Arbitrary<DateNode> = fc.letrec<{ date: DateNode }>((tie) => ({
  date: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<DateNode>(...dateItems),
    fc.constant<DateNode>({ kind: 'today' }),
    events.map((event): DateNode => ({ kind: 'eventDate', event })),
    fc
      .record({ date: tie('date'), by: duration, direction: fc.constantFrom('earlier' as const, 'later' as const) })
      .map((parts): DateNode => ({ kind: 'shifted', ...parts })),
  ),
})).date

/** What is asked of one row, and of the person beside it. */
const inRow: fc.Arbitrary<ConditionNode> = fc.oneof(
  fc.record({ operator, value: small }).map(
    ({ operator: each, value }) =>
      ({
        kind: 'compare',
        operator: each,
        left: rowHeight,
        right: { kind: 'constant', value, unit: '%' },
      }) as ConditionNode,
  ),
  fc.constantFrom('one', 'two').map((code): ConditionNode => ({ kind: 'oneOf', of: rowType, codes: [code] })),
  fc.constant<ConditionNode>({ kind: 'oneOf', of: walks, codes: ['yes'] }),
  fc
    .subarray(['on', 'one', 'tw', 'twofold', 'x'], { minLength: 1 })
    .map((classes): ConditionNode => ({ kind: 'inClass', of: rowType, classes })),
  fc.integer({ min: 0, max: 2 }).map(
    (value): ConditionNode => ({
      kind: 'compare',
      operator: 'atLeast',
      left: { kind: 'tally', of: [{ kind: 'oneOf', of: rowType, codes: ['one'] }] },
      right: score(value),
    }),
  ),
)
const rows: fc.Arbitrary<ConditionNode> = fc.oneof(
  inRow,
  inRow.map((of): ConditionNode => ({ kind: 'not', of })),
  fc.tuple(inRow, inRow).map((of): ConditionNode => ({ kind: 'all', of })),
  fc.tuple(inRow, inRow).map((of): ConditionNode => ({ kind: 'any', of })),
)

/** Numbers and conditions, which are made of one another. */
const grown = fc.letrec<{ number: NumberNode; condition: ConditionNode }>((tie) => {
  const several = fc.array(tie('number'), { minLength: 1, maxLength: 3 })
  return {
    number: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<NumberNode>(...numberItems, haemoglobin),
      constant,
      several.chain((of) =>
        fc
          .integer({ min: 1, max: of.length })
          .map((minimumAnswered): NumberNode => ({ kind: 'mean', of, minimumAnswered, unit: '{score}' })),
      ),
      several.chain((of) =>
        fc
          .integer({ min: 1, max: of.length })
          .map((minimumAnswered): NumberNode => ({ kind: 'prorated', of, minimumAnswered, maximumEach: 5 })),
      ),
      several.map((of): NumberNode => ({ kind: 'sum', of, unit: '{score}' })),
      fc
        .record({
          left: tie('number'),
          right: fc.oneof({ weight: 4, arbitrary: constant }, { weight: 1, arbitrary: tie('number') }),
          operator: fc.constantFrom('plus', 'minus', 'times', 'dividedBy'),
        })
        .map((parts) => ({ kind: 'arithmetic', unit: '{score}', ...parts }) as NumberNode),
      tie('number').map((of): NumberNode => ({ kind: 'roundedUp', of, unit: '{score}' })),
      fc.record({ of: fc.constantFrom(...codedItems), yes: small, no: fc.option(small, { nil: undefined }) }).map(
        ({ of, yes, no }): NumberNode => ({
          kind: 'lookup',
          of,
          table: no === undefined ? { yes } : { yes, no },
          unit: '{score}',
        }),
      ),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): NumberNode => ({ kind: 'tally', of })),
      fc.record({ born: dates, on: dates }).map((parts): NumberNode => ({ kind: 'age', ...parts })),
      fc.record({ from: dates, to: dates }).map((parts): NumberNode => ({ kind: 'elapsed', unit: 'd', ...parts })),
      named.map((parts): NumberNode => ({ kind: 'derived', unit: '{score}', ...parts })),
    ),
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc
        .record({ operator, left: tie('number'), right: tie('number') })
        .map((parts) => ({ kind: 'compare', ...parts }) as ConditionNode),
      fc
        .record({ of: tie('number'), low: small, high: small })
        .map(({ of, low, high }): ConditionNode => ({ kind: 'between', of, low: score(low), high: score(high) })),
      fc
        .record({ of: fc.constantFrom(...codedItems), codes: fc.constantFrom(['yes'], ['no'], ['yes', 'no']) })
        .map((parts): ConditionNode => ({ kind: 'oneOf', ...parts })),
      fc.record({ date: dates, duration, before: dates }).map((parts): ConditionNode => ({ kind: 'within', ...parts })),
      fc
        .record({
          operator: fc.constantFrom<CompareDates['operator']>('before', 'onOrBefore', 'after', 'onOrAfter'),
          left: dates,
          right: dates,
        })
        .map((parts): ConditionNode => ({ kind: 'compareDates', ...parts })),
      fc
        .record({ side: fc.constantFrom('above' as const, 'below' as const), times: fc.constantFrom(1, 2, 2.5) })
        .map((parts): ConditionNode => ({ kind: 'referenceRange', of: haemoglobin, ...parts })),
      fc.constant<ConditionNode>({ kind: 'referenceRange', of: haemoglobin, side: 'outside', times: 1 }),
      fc
        .record({ kind: fc.constantFrom('some' as const, 'every' as const), where: rows })
        .map((parts): ConditionNode => ({ form: 'scan', group: 'endplates', at, ...parts })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): ConditionNode => ({ kind: 'all', of })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((of): ConditionNode => ({ kind: 'any', of })),
      tie('condition').map((of): ConditionNode => ({ kind: 'not', of })),
    ),
  }
})

export const numbers: fc.Arbitrary<NumberNode> = grown.number
export const conditions: fc.Arbitrary<ConditionNode> = grown.condition
