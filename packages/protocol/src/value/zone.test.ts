import { describe, expect, test } from 'vitest'
import { instantOf, localDay, localTime } from './zone.ts'

describe('local day of an instant', () => {
  test.each([
    ['2026-11-22T22:59:59Z', 'Europe/Oslo', '2026-11-22'],
    ['2026-11-22T23:00:00Z', 'Europe/Oslo', '2026-11-23'],
    ['2026-07-22T21:59:00Z', 'Europe/Oslo', '2026-07-22'],
    ['2026-07-22T22:00:00Z', 'Europe/Oslo', '2026-07-23'],
    ['2026-11-22T11:00:00Z', 'Pacific/Kiritimati', '2026-11-23'],
    ['2026-11-23T00:30:00+14:00', 'UTC', '2026-11-22'],
    ['2026-12-31T23:30:00.999Z', 'Europe/Oslo', '2027-01-01'],
  ])('given %s, when in %s, then %s', (instant, zone, day) => {
    expect(localDay(instant, zone)).toBe(day)
  })

  test('given the lost hour, when the clock is put forward, then 01:30Z is 03:30 in Oslo', () => {
    expect(localTime(instantOf('2027-03-28T01:30:00Z') ?? 0, 'Europe/Oslo')).toBe('2027-03-28T03:30')
  })

  test.each(['', '2026-11-22', '2026-11-22T25:00:00Z', '2026-02-30T10:00:00Z', '2026-11-22T10:00:00', 'now'])(
    'given %j, when its day is asked for, then it is a bug',
    (text) => {
      expect(instantOf(text)).toBeUndefined()
      expect(() => localDay(text, 'UTC')).toThrow(RangeError)
    },
  )
})
