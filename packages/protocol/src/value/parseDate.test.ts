import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompiledItem } from '../compiled.ts'
import type { Language } from '../text.ts'
import { dayNumber, isDate, isoOf } from './calendar.ts'
import { formatDate } from './formatDate.ts'
import { parseLocalInstant } from './localInstant.ts'
import { parseDateEntry, parsePartialDate } from './parseDate.ts'
import { parseTime } from './parseTime.ts'

const read = (typed: string, language: Language) => {
  const result = parsePartialDate(typed, language)
  return result.ok ? result.value : result.refusals[0]?.code
}

describe('a date typed in one language', () => {
  test.each([
    // typed, read in English, read in Norwegian
    ['2026-11-22', '2026-11-22', '2026-11-22'],
    ['22.11.2026', 'dateFormat', '2026-11-22'],
    ['22 Nov 2026', '2026-11-22', 'dateFormat'],
    ['2 Nov 2026', '2026-11-02', 'dateFormat'],
    ['01.02.2023', 'dateFormat', '2023-02-01'],
    ['1.2.2023', 'dateFormat', 'dateFormat'],
    ['30.02.2026', 'dateFormat', 'dateNotExisting'],
    ['2026-02-30', 'dateNotExisting', 'dateNotExisting'],
    ['29.02.2026', 'dateFormat', 'dateNotExisting'],
    ['29.02.2024', 'dateFormat', '2024-02-29'],
    ['2023-13-01', 'dateNotExisting', 'dateNotExisting'],
    ['2023-00-01', 'dateNotExisting', 'dateNotExisting'],
    ['2018', '2018', '2018'],
    ['2018-05', '2018-05', '2018-05'],
    ['05.2018', 'dateFormat', '2018-05'],
    ['May 2018', '2018-05', 'dateFormat'],
    ['UN.05.2018', 'dateFormat', '2018-05'],
    ['UN.UN.2018', 'dateFormat', '2018'],
    ['2018-UN', '2018', '2018'],
    ['2018-05-UN', '2018-05', '2018-05'],
    ['UN-MAR-2023', '2023-03', 'dateFormat'],
    ['12-XYZ-2023', 'dateNotExisting', 'dateFormat'],
    ['0202-01-01', 'dateYear', 'dateYear'],
    ['1899-12-31', 'dateYear', 'dateYear'],
    ['2101-01-01', 'dateYear', 'dateYear'],
    ['2O23', 'dateFormat', 'dateFormat'],
    ['22/11/2026', 'dateFormat', 'dateFormat'],
    ['22.11.26', 'dateFormat', 'dateFormat'],
    ['20261122', 'dateFormat', 'dateFormat'],
    ['2026-11-22T10:00', 'dateFormat', 'dateFormat'],
    ['now', 'dateFormat', 'dateFormat'],
    ['epoch', 'dateFormat', 'dateFormat'],
    ['infinity', 'dateFormat', 'dateFormat'],
    ['', 'dateFormat', 'dateFormat'],
  ])('given %j, when read, then in English %s and in Norwegian %s', (typed, english, norwegian) => {
    expect(read(typed, 'en')).toBe(english)
    expect(read(typed, 'nb')).toBe(norwegian)
  })

  test.each<[string, Language, string]>([
    ['1.2.2023', 'nb', '01.02.2023'],
    ['22/11/2026', 'nb', '22.11.2026'],
    ['22.11.2026', 'en', '2026-11-22'],
    ['01.02.2023', 'en', '2023-02-01 or 2023-01-02'],
    ['30.02.2026', 'nb', '28.02.2026'],
  ])('given %j in %s, when refused, then the remedy says %s', (typed, language, instead) => {
    const result = parsePartialDate(typed, language)
    expect(result.ok ? '' : result.refusals[0]?.remedy[language]).toContain(instead)
  })

  test('law: what is formatted is read back, whole or in part, in either language', () => {
    const day = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2100-12-31') }).map(isoOf)
    fc.assert(
      fc.property(day, fc.constantFrom(4, 7, 10), fc.constantFrom<Language>('en', 'nb'), (iso, length, language) => {
        const partial = iso.slice(0, length)
        expect(read(formatDate(partial, language), language)).toBe(partial)
      }),
      { numRuns: 10_000 },
    )
  })

  test('law: 100,000 random digits of a date never shift: read as written, or refused when there is no such day', () => {
    const two = (n: number) => String(n).padStart(2, '0')
    const shifted: string[] = []
    for (let year = 1999; year <= 2040; year++) {
      for (let month = 0; month <= 14; month++) {
        for (let day = 0; day <= 33; day++) {
          const iso = `${year}-${two(month)}-${two(day)}`
          const time = new Date(Date.UTC(year, month - 1, day))
          const exists = time.getUTCMonth() === month - 1 && time.getUTCDate() === day && time.getUTCFullYear() === year
          if (
            isDate(iso) !== exists ||
            read(`${two(day)}.${two(month)}.${year}`, 'nb') !== (exists ? iso : 'dateNotExisting')
          ) {
            shifted.push(iso)
          }
        }
      }
    }
    expect(shifted).toEqual([])
  })
})

describe('a date of an item', () => {
  const item: CompiledItem = {
    id: 'surgery',
    type: 'date',
    question: { en: 'Surgery', nb: 'Operasjon' },
    label: { en: 'Surgery', nb: 'Operasjon' },
    blinding: 'open',
    optional: false,
    burden: 'question',
  }
  const entryOf = (typed: string, more: Partial<CompiledItem> = {}) => {
    const result = parseDateEntry({ ...item, ...more }, typed, 'nb', '2026-11-22')
    if (!result.ok) return result.refusals[0]?.code
    return 'absent' in result.value ? result.value.absent : result.value.value
  }

  test.each([
    ['22.11.2026', {}, '2026-11-22'],
    ['23.11.2026', {}, 'dateInFuture'],
    ['23.11.2026', { future: true }, '2026-11-23'],
    ['2018', {}, 'dateIncomplete'],
    ['2018', { partial: true }, '2018'],
    ['11.2026', { partial: true }, '2026-11'],
    ['12.2026', { partial: true }, 'dateInFuture'],
    ['UN', { partial: true }, 'notKnown'],
    ['UN', {}, 'dateFormat'],
  ])('given %s and %j, when today is 22 November 2026, then %s', (typed, more, expected) => {
    expect(entryOf(typed, more)).toBe(expected)
  })
})

test.each([
  ['14:05', '14:05'],
  ['00:00', '00:00'],
  ['23:59', '23:59'],
  ['24:00', 'timeFormat'],
  ['14:60', 'timeFormat'],
  ['9:05', 'timeFormat'],
  ['14.05', 'timeFormat'],
  ['allballs', 'timeFormat'],
])('given the time %s, when read, then %s', (typed, expected) => {
  const result = parseTime(typed)
  expect(result.ok ? result.value : result.refusals[0]?.code).toBe(expected)
})

test.each([
  ['2026-11-22T14:05', 'Europe/Oslo', '2026-11-22T13:05:00Z'],
  ['2026-07-22T14:05', 'Europe/Oslo', '2026-07-22T12:05:00Z'],
  ['2027-03-28T01:59', 'Europe/Oslo', '2027-03-28T00:59:00Z'],
  ['2027-03-28T02:30', 'Europe/Oslo', 'timeNotExisting'],
  ['2027-03-28T03:00', 'Europe/Oslo', '2027-03-28T01:00:00Z'],
  ['2027-10-31T02:30', 'Europe/Oslo', 'timeTwice'],
  ['2027-10-31T02:30+02:00', 'Europe/Oslo', '2027-10-31T00:30:00Z'],
  ['2027-10-31T02:30+01:00', 'Europe/Oslo', '2027-10-31T01:30:00Z'],
  ['2027-10-31T03:00', 'Europe/Oslo', '2027-10-31T02:00:00Z'],
  ['2026-11-22T14:05+02:00', 'Europe/Oslo', 'timeOffset'],
  ['2026-11-22T14:05', 'Pacific/Kiritimati', '2026-11-22T00:05:00Z'],
  ['2026-11-22T14:05', 'America/St_Johns', '2026-11-22T17:35:00Z'],
  ['2026-02-30T14:05', 'Europe/Oslo', 'timeFormat'],
  ['2026-11-22T24:00', 'Europe/Oslo', 'timeFormat'],
  ['22.11.2026 14:05', 'Europe/Oslo', 'timeFormat'],
])('R3-18 given %s in %s, when read, then %s', (typed, zone, expected) => {
  const result = parseLocalInstant(typed, zone)
  expect(result.ok ? result.value : result.refusals[0]?.code).toBe(expected)
})

test('given a night with an hour twice, when asked about, then the remedy names both in their order', () => {
  const result = parseLocalInstant('2027-10-31T02:30', 'Europe/Oslo')
  expect(result.ok ? '' : result.refusals[0]?.remedy.en).toBe(
    'Say which one: 2027-10-31T02:30+02:00 (first) or 2027-10-31T02:30+01:00 (second).',
  )
})
