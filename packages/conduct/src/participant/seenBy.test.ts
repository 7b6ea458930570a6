import { expect, test } from 'vitest'
import { summarySeenBy } from './seenBy.ts'
import type { ParticipantSummary } from './types.ts'

const row: ParticipantSummary = {
  code: 'ABC-001',
  site: 'abc',
  status: 'treatmentStopped',
  verdict: 'eligible',
  today: '2026-11-22',
  waiting: [],
  overdue: 0,
  missing: 0,
  missingAtVisits: 0,
  openQueries: { open: 3, masked: 5, openToReaders: 7, maskedButReaders: 11 },
  reconsentDue: false,
  held: false,
  infusions: { given: 2, planned: 4 },
  days: {},
  version: 9,
  stopReason: 'rash, blood pressure 82/50',
  screenFailure: { criteria: [], note: 'rash' },
}

test('R3-11: a reader of images sees the row without the words of the site; everybody else sees it whole', () => {
  expect(JSON.stringify(summarySeenBy(row, 'mriReader'))).not.toContain('rash')
  expect(summarySeenBy(row, 'mriReader')).toMatchObject({ code: 'ABC-001', status: 'treatmentStopped' })
  const { openQueries: _, ...whole } = row
  expect(summarySeenBy(row, 'monitor')).toEqual({ ...whole, queries: 26 })
})

test('a row counts the queries the role may read', () => {
  const counted = (...asked: Parameters<typeof summarySeenBy> extends [unknown, ...infer Rest] ? Rest : never) =>
    summarySeenBy(row, ...asked).queries
  expect(counted('nurse')).toBe(10)
  expect(counted('nurse', true)).toBe(26)
  expect(counted('mriReader')).toBe(18)
  expect(counted('dataManager')).toBe(26)
})
