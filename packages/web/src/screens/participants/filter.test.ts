import { expect, test } from 'vitest'
import type { Summary } from '../../api/participantTypes.ts'
import { fits, needsAttention } from './filter.ts'

const row = (more: Partial<Summary> = {}): Summary => ({
  code: 'ABC-001',
  site: 'abc',
  status: 'inScreening',
  verdict: 'undecided',
  today: '2026-11-22',
  overdue: 0,
  queries: 0,
  missing: 0,
  reconsentDue: false,
  held: false,
  infusions: { given: 0, planned: 4 },
  ...more,
})
const all = { text: '', site: '', status: '', attention: false }

test('every typed word must be shown somewhere', () => {
  expect(fits(row(), { ...all, text: 'abc scr' }, ['ABC-001', 'In screening'])).toBe(true)
  expect(fits(row(), { ...all, text: 'abc done' }, ['ABC-001', 'In screening'])).toBe(false)
})

test('site and status narrow the list', () => {
  expect(fits(row(), { ...all, site: 'abc', status: 'inScreening' }, [])).toBe(true)
  expect(fits(row(), { ...all, site: 'other' }, [])).toBe(false)
  expect(fits(row(), { ...all, status: 'completed' }, [])).toBe(false)
})

test('overdue, held and unconsented participants need attention', () => {
  expect([row({ overdue: 1 }), row({ held: true }), row({ reconsentDue: true })].every(needsAttention)).toBe(true)
  expect(needsAttention(row())).toBe(false)
})
