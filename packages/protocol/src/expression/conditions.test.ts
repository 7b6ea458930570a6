import { describe, expect, test } from 'vitest'
import {
  answer,
  code,
  day,
  from,
  haemoglobin,
  notApplicable,
  notKnown,
  now,
  points,
  surgery,
  walks,
} from '../testing/person.ts'
import { fact, UNRECORDED, type Fact } from './fact.ts'
import type { CodedItem, CompareDates, ConditionNode, NumberItem } from './nodes.ts'

/* Every kind of condition: where it holds, where it does not, where nobody can tell, and what does not exist. */

const open = Number.POSITIVE_INFINITY

describe('compare with 5', () => {
  const rows: readonly (readonly [
    string,
    Fact,
    atLeast: string,
    above: string,
    atMost: string,
    below: string,
    equals: string,
  ])[] = [
    ['4.9', from(4.9, 4.9), 'no', 'no', 'yes', 'yes', 'no'],
    ['5', from(5, 5), 'yes', 'no', 'yes', 'no', 'yes'],
    ['5.1', from(5.1, 5.1), 'yes', 'yes', 'no', 'no', 'no'],
    ['3 to 4', from(3, 4), 'no', 'no', 'yes', 'yes', 'no'],
    ['4 to 5', from(4, 5), 'unknown', 'no', 'yes', 'unknown', 'unknown'],
    ['5 to 6', from(5, 6), 'yes', 'unknown', 'unknown', 'no', 'unknown'],
    ['4 to 6', from(4, 6), 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['6 or more', from(6, open), 'yes', 'yes', 'no', 'no', 'no'],
    ['not recorded', UNRECORDED, 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['said to be not known', notKnown, 'unknown', 'unknown', 'unknown', 'unknown', 'unknown'],
    ['not applicable', notApplicable, 'no', 'no', 'no', 'no', 'no'],
  ]
  test.each(rows)('%s', (_, value, ...expected) => {
    const operators = ['atLeast', 'above', 'atMost', 'below', 'equals'] as const
    const answers = operators.map((operator) =>
      answer({ kind: 'compare', operator, left: now, right: points(5) }, { now: value }),
    )
    expect(answers).toEqual(expected)
  })
})

describe('between 3 and 5', () => {
  const node: ConditionNode = { kind: 'between', of: now, low: points(3), high: points(5) }
  test.each([
    ['just below', from(2.9, 2.9), 'no'],
    ['the lower end', from(3, 3), 'yes'],
    ['the upper end', from(5, 5), 'yes'],
    ['just above', from(5.1, 5.1), 'no'],
    ['an interval inside', from(3, 5), 'yes'],
    ['an interval reaching out', from(4, 6), 'unknown'],
    ['an interval around it', from(0, 10), 'unknown'],
    ['not recorded', UNRECORDED, 'unknown'],
    ['not applicable', notApplicable, 'no'],
  ] as const)('%s', (_, value, expected) => expect(answer(node, { now: value })).toBe(expected))
})

describe('one of', () => {
  test.each([
    ['the code', code('yes'), 'yes', 'yes'],
    ['another', code('no'), 'no', 'yes'],
    ['not recorded', UNRECORDED, 'unknown', 'unknown'],
    ['said to be not known', notKnown, 'unknown', 'unknown'],
    ['not applicable', notApplicable, 'no', 'no'],
  ] as const)('%s', (_, value, one, either) => {
    expect(answer({ kind: 'oneOf', of: walks, codes: ['yes'] }, { walks: value })).toBe(one)
    expect(answer({ kind: 'oneOf', of: walks, codes: ['yes', 'no'] }, { walks: value })).toBe(either)
  })
})

describe('dates compared with the day of consent, 15 March 2026', () => {
  const operators = ['before', 'onOrBefore', 'after', 'onOrAfter'] as const
  const compared = (operator: CompareDates['operator'], value: Fact, events = { consent: '2026-03-15' }) =>
    answer(
      { kind: 'compareDates', operator, left: surgery, right: { kind: 'eventDate', event: 'consent' } },
      { surgery: value },
      events,
    )
  const rows: readonly (readonly [
    string,
    Fact,
    before: string,
    onOrBefore: string,
    after: string,
    onOrAfter: string,
  ])[] = [
    ['the day before', day('2026-03-14'), 'yes', 'yes', 'no', 'no'],
    ['the day itself', day('2026-03-15'), 'no', 'yes', 'no', 'yes'],
    ['the day after', day('2026-03-16'), 'no', 'no', 'yes', 'yes'],
    ['that month', day('2026-03'), 'unknown', 'unknown', 'unknown', 'unknown'],
    ['the month before', day('2026-02'), 'yes', 'yes', 'no', 'no'],
    ['the year after', day('2027'), 'no', 'no', 'yes', 'yes'],
    ['not recorded', UNRECORDED, 'unknown', 'unknown', 'unknown', 'unknown'],
    ['never', notApplicable, 'no', 'no', 'no', 'no'],
  ]
  test.each(rows)('%s', (_, value, ...expected) => {
    expect(operators.map((operator) => compared(operator, value))).toEqual(expected)
  })
  test('given no consent yet, then nobody can tell', () => {
    for (const operator of operators)
      expect(
        answer(
          { kind: 'compareDates', operator, left: surgery, right: { kind: 'eventDate', event: 'consent' } },
          { surgery: day('2026-03-14') },
        ),
      ).toBe('unknown')
  })
})

describe('within a month before today, 15 June 2026', () => {
  const node = (value: number, unit: 'd' | 'wk' | 'mo' | 'a'): ConditionNode => ({
    kind: 'within',
    date: surgery,
    duration: { value, unit },
    before: { kind: 'today' },
  })
  test.each([
    ['today', '2026-06-15', 'yes'],
    ['tomorrow', '2026-06-16', 'no'],
    ['a month ago', '2026-05-15', 'yes'],
    ['a month and a day ago', '2026-05-14', 'no'],
    ['in May', '2026-05', 'unknown'],
    ['in April', '2026-04', 'no'],
    ['this June, so far or later', '2026-06', 'unknown'],
    ['next year', '2027', 'no'],
  ] as const)('%s', (_, value, expected) => expect(answer(node(1, 'mo'), { surgery: day(value) })).toBe(expected))
  test('not recorded, never, and before an event still to come', () => {
    expect(answer(node(1, 'mo'), {})).toBe('unknown')
    expect(answer(node(1, 'mo'), { surgery: notApplicable })).toBe('no')
    const beforeInfusion: ConditionNode = {
      ...node(1, 'mo'),
      before: { kind: 'eventDate', event: 'firstInfusion' },
    } as ConditionNode
    expect(answer(beforeInfusion, { surgery: day('2026-06-01') })).toBe('unknown')
    expect(answer(beforeInfusion, { surgery: notApplicable })).toBe('no')
  })
  test('weeks and years', () => {
    expect(answer(node(2, 'wk'), { surgery: day('2026-06-01') })).toBe('yes')
    expect(answer(node(2, 'wk'), { surgery: day('2026-05-31') })).toBe('no')
    expect(answer(node(1, 'a'), { surgery: day('2025-06-15') })).toBe('yes')
    expect(answer(node(1, 'a'), { surgery: day('2025-06-14') })).toBe('no')
  })
})

describe('against limits of 117 to 153', () => {
  const limits = { refLow: 117, refHigh: 153 }
  const point = (value: number) => fact({ low: value, high: value, ...limits })
  const rows: readonly (readonly [string, Fact, above: string, below: string, outside: string, twice: string])[] = [
    ['below', point(116), 'no', 'yes', 'yes', 'no'],
    ['on the lower', point(117), 'no', 'no', 'no', 'no'],
    ['on the upper', point(153), 'no', 'no', 'no', 'no'],
    ['above', point(154), 'yes', 'no', 'yes', 'no'],
    ['on twice the upper', point(306), 'yes', 'no', 'yes', 'no'],
    ['above twice the upper', point(307), 'yes', 'no', 'yes', 'yes'],
    ['somewhere below 120', fact({ low: 0, high: 120, ...limits }), 'no', 'unknown', 'unknown', 'no'],
    ['somewhere above 150', fact({ low: 150, high: open, ...limits }), 'unknown', 'no', 'unknown', 'unknown'],
    ['no limits from the laboratory', from(140, 140), 'unknown', 'unknown', 'unknown', 'unknown'],
    ['a lower limit alone', fact({ low: 140, high: 140, refLow: 117, refHigh: open }), 'no', 'no', 'no', 'no'],
    ['not recorded', UNRECORDED, 'unknown', 'unknown', 'unknown', 'unknown'],
    ['not applicable', notApplicable, 'no', 'no', 'no', 'no'],
  ]
  test.each(rows)('%s', (_, value, ...expected) => {
    const asked = [
      { side: 'above', times: 1 },
      { side: 'below', times: 1 },
      { side: 'outside', times: 1 },
      { side: 'above', times: 2 },
    ] as const
    const answers = asked.map((parts) =>
      answer({ kind: 'referenceRange', of: haemoglobin, ...parts }, { haemoglobin: value }),
    )
    expect(answers).toEqual(expected)
  })
})

describe('some and every row of type one, of height 10 or more', () => {
  const type: CodedItem = { kind: 'codedItem', form: 'scan', item: 'type', at: 'latest', group: 'endplates' }
  const height: NumberItem = {
    kind: 'numberItem',
    form: 'scan',
    item: 'height',
    at: 'latest',
    group: 'endplates',
    unit: '%',
  }
  const where: ConditionNode = {
    kind: 'all',
    of: [
      { kind: 'oneOf', of: type, codes: ['one'] },
      { kind: 'compare', operator: 'atLeast', left: height, right: { ...points(10), unit: '%' } },
    ],
  }
  const row = (of: string, value: Fact) => [code(of), value]
  const [holds, fails, open_] = [row('one', from(10, 10)), row('two', from(40, 40)), row('one', UNRECORDED)]
  const rows: readonly (readonly [
    string,
    readonly (readonly Fact[])[],
    complete: boolean,
    some: string,
    every: string,
  ])[] = [
    ['none', [], true, 'no', 'yes'],
    ['none so far', [], false, 'unknown', 'unknown'],
    ['one that holds', [holds], true, 'yes', 'yes'],
    ['one that holds, more to come', [holds], false, 'yes', 'unknown'],
    ['one that fails', [fails], true, 'no', 'no'],
    ['one that fails, more to come', [fails], false, 'unknown', 'no'],
    ['one that is open', [open_], true, 'unknown', 'unknown'],
    ['one of each', [holds, fails, open_], true, 'yes', 'no'],
    ['one that fails, one that is open', [fails, open_], true, 'unknown', 'no'],
    ['type on one row, height on another', [row('one', from(5, 5)), row('two', from(40, 40))], true, 'no', 'no'],
  ]
  test.each(rows)('%s', (_, found, complete, ...expected) => {
    const asked = (['some', 'every'] as const).map((kind) =>
      answer(
        { kind, form: 'scan', group: 'endplates', at: 'latest', where },
        { endplates: fact({ rows: found, complete }) },
      ),
    )
    expect(asked).toEqual(expected)
  })
  test('not recorded', () => {
    expect(answer({ kind: 'some', form: 'scan', group: 'endplates', at: 'latest', where }, {})).toBe('unknown')
    expect(answer({ kind: 'every', form: 'scan', group: 'endplates', at: 'latest', where }, {})).toBe('unknown')
  })
})
