import { expect, test } from 'vitest'
import { formatDay, formatDayShort, formatInstant, formatNumber } from './format.ts'

test('days are written as each language writes them, whole or in part', () => {
  expect(formatDay('2026-11-02', 'nb')).toBe('02.11.2026')
  expect(formatDay('2026-11-02', 'en')).toBe('2 Nov 2026')
  expect(formatDay('2018-05', 'nb')).toBe('05.2018')
  expect(formatDay('2018-05', 'en')).toBe('May 2018')
  expect(formatDay('2018', 'en')).toBe('2018')
  expect(formatDayShort('2026-11-02', 'nb')).toBe('02.11.')
})

test('an instant is shown in the site’s zone, over the change to summer time', () => {
  expect(formatInstant('2027-03-28T00:59:00Z', 'nb', 'Europe/Oslo')).toBe('28.03.2027, 01:59')
  expect(formatInstant('2027-03-28T01:00:00Z', 'nb', 'Europe/Oslo')).toBe('28.03.2027, 03:00')
  expect(formatInstant('2026-12-31T23:30:00Z', 'en', 'Europe/Oslo')).toBe('1 Jan 2027, 00:30')
})

test('numbers have a decimal comma in Norwegian and a point in English', () => {
  expect(formatNumber(12.5, 'nb')).toBe('12,5')
  expect(formatNumber(12.5, 'en')).toBe('12.5')
})
