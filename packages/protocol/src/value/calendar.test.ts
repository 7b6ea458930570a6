import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDuration,
  completedYears,
  dateInterval,
  dayNumber,
  daysInMonth,
  isDate,
  isoOf,
  shiftDay,
  yearsBetween,
} from './calendar.ts'

const first = dayNumber('0000-01-01')
const last = dayNumber('9999-12-31')
const anyDay = fc.integer({ min: first, max: last })

describe('day numbers', () => {
  test('given 100,000 days in a row from 1826, when written and read, then both agree with ECMAScript time', () => {
    const wrong: string[] = []
    for (let day = -52_000; day < 52_000; day++) {
      const iso = isoOf(day)
      if (iso !== new Date(day * 86_400_000).toISOString().slice(0, 10) || dayNumber(iso) !== day) wrong.push(iso)
    }
    expect(wrong).toEqual([])
  })

  test('law: every day from year 0000 to 9999 survives writing and reading, and the next day is one later', () => {
    fc.assert(
      fc.property(anyDay, (day) => dayNumber(isoOf(day)) === day),
      { numRuns: 10_000 },
    )
    expect(isoOf(dayNumber('1900-02-28') + 1)).toBe('1900-03-01')
    expect(isoOf(dayNumber('2000-02-28') + 1)).toBe('2000-02-29')
    expect(dayNumber('1970-01-01')).toBe(0)
  })

  test.each([
    '2026-02-30',
    '2026-00-10',
    '2026-13-01',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00',
    '',
    '２026-01-01',
    ' 2026-01-01',
    '2026-01-01\n',
  ])('given %j, when asked whether it is a day, then no, and its number is a bug', (text) => {
    expect(isDate(text)).toBe(false)
    expect(() => dayNumber(text)).toThrow(RangeError)
  })

  test('law: a month has the days ECMAScript gives it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const date = new Date(0)
        date.setUTCFullYear(year, month, 0)
        return daysInMonth(year, month) === date.getUTCDate()
      }),
    )
  })
})

describe('durations', () => {
  test.each([
    ['2026-01-31', 1, 'mo', '2026-02-28'],
    ['2024-01-31', 1, 'mo', '2024-02-29'],
    ['2024-02-29', 1, 'a', '2025-02-28'],
    ['2024-02-29', 4, 'a', '2028-02-29'],
    ['2026-03-31', -1, 'mo', '2026-02-28'],
    ['2026-11-22', 12, 'mo', '2027-11-22'],
    ['2026-11-22', -12, 'mo', '2025-11-22'],
    ['2026-12-31', 2, 'mo', '2027-02-28'],
    ['2026-11-22', 6, 'wk', '2027-01-03'],
    ['2026-11-22', 42, 'd', '2027-01-03'],
    ['2026-03-01', -1, 'd', '2026-02-28'],
  ] as const)('given %s, when %i %s are added, then %s', (from, value, unit, to) => {
    expect(addDuration(from, { value, unit })).toBe(to)
  })

  test('law: a later day never gives an earlier one, and a longer duration never either', () => {
    const unit = fc.constantFrom('d', 'wk', 'mo', 'a' as const)
    const amount = fc.integer({ min: -240, max: 240 })
    fc.assert(
      fc.property(anyDay, fc.nat(400), amount, fc.nat(24), unit, (day, later, value, more, unit) => {
        expect(shiftDay(day + later, { value, unit })).toBeGreaterThanOrEqual(shiftDay(day, { value, unit }))
        expect(shiftDay(day, { value: value + more, unit })).toBeGreaterThanOrEqual(shiftDay(day, { value, unit }))
      }),
    )
  })

  test('given half a month, when added, then it is a bug', () => {
    expect(() => addDuration('2026-11-22', { value: 0.5, unit: 'mo' })).toThrow(RangeError)
  })
})

describe('age', () => {
  test.each([
    ['2008-11-22', '2026-11-21', 17],
    ['2008-11-22', '2026-11-22', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2028-02-28', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['1960-11-23', '2026-11-22', 65],
    ['1960-11-22', '2026-11-22', 66],
    ['2026-11-23', '2026-11-22', -1],
  ])('given a birth on %s, when %s comes, then %i years are completed', (birth, on, years) => {
    expect(completedYears(birth, on)).toBe(years)
  })

  test('law: age never falls, and rises by one in a year', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(40_000), (birth, lived) => {
        const age = yearsBetween(birth, birth + lived)
        expect(yearsBetween(birth, birth + lived + 1) - age).toBeOneOf([0, 1])
        expect(yearsBetween(birth, birth + lived + 366) - age).toBeOneOf([1, 2])
      }),
    )
  })
})

describe('partial dates', () => {
  test.each([
    ['2018', '2018-01-01', '2018-12-31'],
    ['2018-02', '2018-02-01', '2018-02-28'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2018-12', '2018-12-01', '2018-12-31'],
    ['2018-05-12', '2018-05-12', '2018-05-12'],
  ])('given %s, when read as days, then %s to %s', (partial, low, high) => {
    expect(dateInterval(partial)).toEqual({ low: dayNumber(low), high: dayNumber(high) })
  })

  test.each(['', '18', '2018-', '2018-13', '2018-02-30', '2018-05-12-01', 'UN', '2018-UN'])(
    'given %j, then no interval',
    (text) => {
      expect(dateInterval(text)).toBeUndefined()
    },
  )
})
