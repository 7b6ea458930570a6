import { describe, expect, test } from 'vitest'
import {
  born,
  code,
  day,
  ends,
  from,
  known,
  notApplicable,
  notKnown,
  now,
  points,
  surgery,
  walks,
  worst,
} from '../testing/person.ts'
import { UNRECORDED } from './fact.ts'
import type { Arithmetic, NumberNode } from './nodes.ts'

/* Every kind of number: known to a point, to an interval, not known, and of what does not exist. */

const unknown = [Number.NaN, Number.NaN]
const none = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
const today = { kind: 'today' } as const

describe('mean, sum and prorated score of two scales of 10', () => {
  const of = [now, worst]
  const scores = {
    meanOfBoth: { kind: 'mean', of, minimumAnswered: 2, unit: '{score}' },
    meanOfOne: { kind: 'mean', of, minimumAnswered: 1, unit: '{score}' },
    sum: { kind: 'sum', of, unit: '{score}' },
    prorated: { kind: 'prorated', of, maximumEach: 10, minimumAnswered: 1 },
  } satisfies Record<string, NumberNode>
  test.each([
    ['both', known(3), known(8), [5.5, 5.5], [5.5, 5.5], [11, 11], [55, 55]],
    ['an interval', known(3), from(0, 8), [1.5, 5.5], [1.5, 5.5], [3, 11], [15, 55]],
    ['one to come', known(3), UNRECORDED, unknown, unknown, unknown, unknown],
    ['one not known', known(3), notKnown, unknown, [3, 3], unknown, [30, 30]],
    ['one not applicable', known(3), notApplicable, unknown, [3, 3], none, [30, 30]],
    ['neither known', notKnown, notKnown, unknown, unknown, unknown, unknown],
  ] as const)('%s', (_, first, second, ...expected) => {
    expect(Object.values(scores).map((node) => ends(node, { now: first, worst: second }))).toEqual(expected)
  })
})

describe('a number per code', () => {
  const node: NumberNode = { kind: 'lookup', of: walks, table: { yes: 2, no: 0 }, unit: '{score}' }
  test.each([
    ['a code', code('yes'), [2, 2]],
    ['another', code('no'), [0, 0]],
    ['not recorded', UNRECORDED, unknown],
    ['not known', notKnown, unknown],
    ['not applicable', notApplicable, none],
  ] as const)('%s', (_, value, expected) => expect(ends(node, { walks: value })).toEqual(expected))
})

describe('arithmetic with 4', () => {
  const rows = [
    ['a number', known(10), [14, 14], [6, 6], [40, 40], [2.5, 2.5]],
    ['an interval', from(-2, 10), [2, 14], [-6, 6], [-8, 40], [-0.5, 2.5]],
    [
      'open above',
      from(1, Number.POSITIVE_INFINITY),
      [5, Number.POSITIVE_INFINITY],
      [-3, Number.POSITIVE_INFINITY],
      [4, Number.POSITIVE_INFINITY],
      [0.25, Number.POSITIVE_INFINITY],
    ],
    ['not recorded', UNRECORDED, unknown, unknown, unknown, unknown],
    ['not applicable', notApplicable, none, none, none, none],
  ] as const
  test.each(rows)('%s', (_, value, ...expected) => {
    const results = (['plus', 'minus', 'times', 'dividedBy'] satisfies Arithmetic['operator'][]).map((operator) =>
      ends({ kind: 'arithmetic', operator, left: now, right: points(4), unit: '{score}' }, { now: value }),
    )
    expect(results).toEqual(expected)
  })
  test('with a negative number the ends change places', () =>
    expect(
      ends(
        { kind: 'arithmetic', operator: 'times', left: now, right: points(-2), unit: '{score}' },
        { now: from(1, 3) },
      ),
    ).toEqual([-6, -2]))
  test('what binary numbers add is taken away: 0.1 + 0.2 is 0.3', () =>
    expect(
      ends(
        { kind: 'arithmetic', operator: 'plus', left: now, right: points(0.2), unit: '{score}' },
        { now: known(0.1) },
      ),
    ).toEqual([0.3, 0.3]))
})

describe('rounded up', () => {
  test.each([
    ['a whole number', known(4), [4, 4]],
    ['just above', known(4.01), [5, 5]],
    ['an interval', from(3.2, 4), [4, 4]],
    ['not recorded', UNRECORDED, unknown],
    ['not applicable', notApplicable, none],
  ] as const)('%s', (_, value, expected) =>
    expect(ends({ kind: 'roundedUp', of: now, unit: '{score}' }, { now: value })).toEqual(expected),
  )
})

describe('completed years today, 15 June 2026, and days since', () => {
  const age: NumberNode = { kind: 'age', born, on: today }
  const elapsed: NumberNode = { kind: 'elapsed', from: born, to: today, unit: 'd' }
  test.each([
    ['birthday today', '2000-06-15', [26, 26]],
    ['birthday tomorrow', '2000-06-16', [25, 25]],
    ['born this month', '2000-06', [25, 26]],
    ['born that year', '2000', [25, 26]],
    ['born on a leap day', '2000-02-29', [26, 26]],
  ] as const)('%s', (_, birth, expected) => expect(ends(age, { birthDate: day(birth) })).toEqual(expected))
  test('not recorded', () => expect(ends(age, {})).toEqual(unknown))
  test('days, of a day, a month, and a day to come', () => {
    expect(ends(elapsed, { birthDate: day('2026-06-05') })).toEqual([10, 10])
    expect(ends(elapsed, { birthDate: day('2026-05') })).toEqual([15, 45])
    expect(ends(elapsed, { birthDate: day('2026-06-16') })).toEqual([-1, -1])
    expect(ends(elapsed, { birthDate: notApplicable })).toEqual(none)
  })
})

describe('a date moved, as days from then until today', () => {
  const moved = (value: number, unit: 'd' | 'wk' | 'mo' | 'a', direction: 'earlier' | 'later'): NumberNode => ({
    kind: 'elapsed',
    from: { kind: 'shifted', date: surgery, by: { value, unit }, direction },
    to: today,
    unit: 'd',
  })
  test.each([
    ['ten days later', moved(10, 'd', 'later'), '2026-06-01', [4, 4]],
    ['two weeks earlier', moved(2, 'wk', 'earlier'), '2026-06-15', [14, 14]],
    ['a month after 31 January is 28 February', moved(1, 'mo', 'later'), '2026-01-31', [107, 107]],
    ['a year after 29 February is 28 February', moved(1, 'a', 'later'), '2024-02-29', [472, 472]],
    ['both ends of a month', moved(1, 'mo', 'later'), '2026-04', [16, 45]],
  ] as const)('%s', (_, node, value, expected) => expect(ends(node, { surgery: day(value) })).toEqual(expected))
  test('not recorded, and never', () => {
    expect(ends(moved(1, 'mo', 'later'), {})).toEqual(unknown)
    expect(ends(moved(1, 'mo', 'later'), { surgery: notApplicable })).toEqual(none)
  })
})
