import { describe, expect, test } from 'vitest'
import { study } from '../testing/study.ts'
import { fits, needsAttention } from './list.ts'
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
    expect(fits(study, row, { text }, 'en')).toBe(found)
  })

  test('given Norwegian words, when read in Norwegian, then found', () => {
    expect(fits(study, row, { text: 'under behandling' }, 'nb')).toBe(true)
  })

  test('given a status, or a wish for what needs attention, then only those', () => {
    expect(fits(study, row, { status: 'withdrawn' }, 'en')).toBe(false)
    expect(fits(study, row, { status: 'onTreatment', attention: true }, 'en')).toBe(false)
    expect(fits(study, { ...row, held: true }, { attention: true }, 'en')).toBe(true)
    expect([row, { ...row, overdue: 1 }, { ...row, reconsentDue: true }].map(needsAttention)).toEqual([
      false,
      true,
      true,
    ])
  })
})
