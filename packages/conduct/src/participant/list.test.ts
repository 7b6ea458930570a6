import { describe, expect, test } from 'vitest'
import { study } from '../testing/study.ts'
import { fitting, type ListFilter, needsAttention, tallyOf } from './list.ts'
import type { ParticipantSummary } from './types.ts'

const both = (text: string) => ({ en: text, nb: text })
const row: ParticipantSummary = {
  code: 'NOR-014',
  site: 'north',
  status: 'onTreatment',
  verdict: 'eligible',
  today: '2026-11-22',
  nextDue: { encounter: 'day14', title: both('Day 14'), state: 'due', missing: 2 },
  waiting: [],
  overdue: 0,
  missing: 2,
  missingAtVisits: 0,
  openQueries: { open: 0, masked: 0, openToReaders: 0, maskedButReaders: 0 },
  reconsentDue: false,
  held: false,
  infusions: { given: 1, planned: 4 },
  days: {},
  version: 9,
}

const fits = (one: ParticipantSummary, filter: ListFilter, language: 'en' | 'nb') =>
  fitting(study, [one], filter, language).length === 1

describe('the list as it is typed in', () => {
  test.each([
    ['', true],
    ['nor-014', true],
    ['014', true],
    ['day 14', true],
    ['14 day treat', true],
    ['north on', true],
    ['south', false],
    ['nor-015', false],
    ['under behandling', false],
  ])('given %j, then found: %s', (text, found) => {
    expect(fits(row, { text }, 'en')).toBe(found)
  })

  test('given Norwegian words, when read in Norwegian, then found', () => {
    expect(fits(row, { text: 'under behandling' }, 'nb')).toBe(true)
  })

  test('given a status, or a wish for what needs attention, then only those', () => {
    expect(fits(row, { status: 'withdrawn' }, 'en')).toBe(false)
    expect(fits(row, { status: 'onTreatment', attention: true }, 'en')).toBe(false)
    expect(fits({ ...row, held: true }, { attention: true }, 'en')).toBe(true)
    expect([row, { ...row, overdue: 1 }, { ...row, reconsentDue: true }].map(needsAttention)).toEqual([
      false,
      true,
      true,
    ])
  })

  test('given another list with a changed row, when it is asked the same, then it answers of its own rows', () => {
    const rows = [row, { ...row, code: 'NOR-015' }]
    const found = (of: readonly ParticipantSummary[]) =>
      fitting(study, of, { text: 'on treatment' }, 'en').map(({ code }) => code)
    expect(found(rows)).toEqual(['NOR-014', 'NOR-015'])
    const later = [{ ...row, status: 'withdrawn' as const, held: true }, rows[1]!]
    expect(found(later)).toEqual(['NOR-015'])
    expect(found(rows)).toEqual(['NOR-014', 'NOR-015'])
    expect(tallyOf(rows)).toEqual({ all: 2, attention: 0, sites: ['north'], statuses: ['onTreatment'] })
    expect(tallyOf(later)).toMatchObject({ attention: 1, statuses: ['withdrawn', 'onTreatment'] })
  })
})
