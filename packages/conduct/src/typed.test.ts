import { describe, expect, test } from 'vitest'
import { maybeWords, pastDay, pastTime, plainNumber, tidy, words } from './typed.ts'

const codes = (refusals: readonly { readonly code: string; readonly field?: string }[]) =>
  refusals.map(({ code }) => code)

describe('days', () => {
  test.each([
    ['2026-09-01', []],
    ['2026-08-31', []],
    ['2026-09-02', ['dayInFuture']],
    ['2026-02-30', ['dateInvalid']],
    ['2026-9-1', ['dateInvalid']],
    ['today', ['dateInvalid']],
    ['', ['dateInvalid']],
  ])('%s, asked on 1 September 2026', (day, expected) => {
    expect(codes(pastDay(day, 'day', '2026-09-01'))).toEqual(expected)
  })
})

describe('times of day in Oslo', () => {
  const on = (day: string, time: string, now = '2027-12-31T12:00:00Z') =>
    codes(pastTime(time, 'time', { day, timeZone: 'Europe/Oslo', now }))

  test('the hour lost in spring is refused that night only', () => {
    expect(on('2027-03-28', '02:30')).toEqual(['timeNotExisting'])
    expect(on('2027-03-28', '01:59')).toEqual([])
    expect(on('2027-03-28', '03:00')).toEqual([])
    expect(on('2027-03-29', '02:30')).toEqual([])
  })

  test('the hour shown twice in autumn is taken', () => {
    expect(on('2027-10-31', '02:30')).toEqual([])
  })

  test('not after now, but for a clock that runs a little ahead', () => {
    const now = '2026-09-01T12:00:00.000Z'
    expect(on('2026-09-01', '14:05', now)).toEqual([])
    expect(on('2026-09-01', '14:06', now)).toEqual(['timeInFuture'])
    expect(on('2026-09-02', '00:00', now)).toEqual(['timeInFuture'])
    expect(on('2026-08-31', '23:59', now)).toEqual([])
  })

  test.each(['25:00', '12:60', '1200', 'noon', ''])('%j is no time', (time) => {
    expect(on('2026-09-01', time)).toEqual(['timeFormat'])
  })
})

describe('words', () => {
  test('blank is missing; control characters and length are refused', () => {
    expect(codes(words(' \n ', 'reason'))).toEqual(['textMissing'])
    expect(codes(words(undefined, 'reason'))).toEqual(['textMissing'])
    expect(codes(maybeWords(undefined, 'reason'))).toEqual([])
    expect(codes(words('a\u0000b', 'reason'))).toEqual(['textCharacter'])
    expect(codes(words('x'.repeat(2001), 'reason'))).toEqual(['textTooLong'])
    expect(codes(words('x'.repeat(2000), 'reason'))).toEqual([])
    expect(words('', 'signs')[0]?.field).toBe('signs')
  })

  test('å as one code point or two is the same word', () => {
    expect(tidy(' a\u030A ')).toBe('å')
  })
})

describe('plain numbers', () => {
  const limits = { low: 30, high: 45, unit: '°C' }
  test('limits are included; beyond them, censored or not a number is refused', () => {
    expect(plainNumber('30', 'x', 'en', limits)).toEqual({ value: 30 })
    expect(plainNumber('45', 'x', 'en', limits)).toEqual({ value: 45 })
    expect(plainNumber('36,8', 'x', 'nb', limits)).toEqual({ value: 36.8 })
    expect(codes(plainNumber('29.9', 'x', 'en', limits).refusals ?? [])).toEqual(['numberOutOfRange'])
    expect(codes(plainNumber('<40', 'x', 'en', limits).refusals ?? [])).toEqual(['numberOutOfRange'])
    expect(codes(plainNumber('36,8', 'x', 'en', limits).refusals ?? [])).toEqual(['decimalSign'])
    expect(codes(plainNumber('', 'x', 'en', limits).refusals ?? [])).toEqual(['notANumber'])
  })
})
