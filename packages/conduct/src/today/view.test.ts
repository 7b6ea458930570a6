import { describe, expect, test } from 'vitest'
import type { ParticipantSummary } from '../participant/types.ts'
import { todayView } from './view.ts'

const both = (text: string) => ({ en: text, nb: text })
const today = '2026-11-23'
const row = (change: Partial<ParticipantSummary>): ParticipantSummary => ({
  code: 'NOR-001',
  site: 'north',
  status: 'onTreatment',
  verdict: 'eligible',
  today,
  waiting: [],
  overdue: 0,
  missing: 0,
  missingAtVisits: 0,
  openQueries: { open: 0, masked: 0, openToReaders: 0, maskedButReaders: 0 },
  reconsentDue: false,
  held: false,
  infusions: { given: 0, planned: 4 },
  days: {},
  version: 1,
  ...change,
})
const visit = (state: 'due' | 'overdue' | 'booked' | 'upcoming', more: object = {}) =>
  row({ waiting: [{ encounter: 'day14', title: both('Day 14'), state, planned: '2026-11-23', missing: 0, ...more }] })

const groupsOf = (...rows: readonly ParticipantSummary[]) =>
  todayView(rows, 'coordinator', today).groups.map(({ group }) => group)

describe('the first page of a day', () => {
  test.each([
    ['a visit whose window has closed', visit('overdue', { to: '2026-11-20' }), ['overdue']],
    ['a visit open today, nothing agreed', visit('due'), ['today']],
    ['a visit agreed for today', visit('booked', { booked: today }), ['today']],
    ['a visit agreed for tomorrow', visit('booked', { booked: '2026-11-24' }), ['thisWeek']],
    ['a visit agreed in eight days', visit('booked', { booked: '2026-12-01' }), []],
    [
      'a visit whose window opens in seven days',
      visit('upcoming', { from: '2026-11-30', planned: '2026-12-01' }),
      ['thisWeek'],
    ],
    [
      'a bag that waits',
      row({ bags: [{ encounter: 'day14', title: both('Day 14'), state: 'ready', day: today }] }),
      ['ready'],
    ],
    ['an image that grows old', row({ expiring: { day: '2026-11-30', criteria: ['IN03'] } }), ['expiring']],
    ['a newer consent form', row({ reconsentDue: true, reconsentFrom: '2026-11-01' }), ['reconsent']],
    [
      'a query the site may see',
      row({ openQueries: { open: 1, masked: 0, openToReaders: 0, maskedButReaders: 0 } }),
      ['queries'],
    ],
    [
      'a query on a masked value',
      row({ openQueries: { open: 0, masked: 1, openToReaders: 0, maskedButReaders: 0 } }),
      [],
    ],
    ['treatment on hold', row({ held: true }), ['held']],
    ['forms with something missing', row({ missing: 2 }), ['missing']],
    ['nothing', row({}), []],
  ])('given %s, then it stands under %j', (_, one, groups) => {
    expect(groupsOf(one)).toEqual(groups)
  })

  test('given many, then the longest overdue come first, as many as one reads, and all are counted', () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({
      ...visit('overdue', { to: `2026-11-${String(22 - (index % 20)).padStart(2, '0')}` }),
      code: `NOR-${100 + index}`,
    }))
    const [group] = todayView(rows, 'coordinator', today).groups
    expect(group).toMatchObject({ group: 'overdue', total: 40 })
    expect(group!.lines).toHaveLength(25)
    expect(group!.lines[0]).toMatchObject({ code: 'NOR-119', day: '2026-11-03', encounter: 'day14' })
  })

  test('given what each role does, then its page begins with that', () => {
    const all = row({
      held: true,
      missing: 1,
      open: [
        { line: 'voidSignatures', count: 1 },
        { line: 'unsignedVisits', count: 3 },
      ],
      bags: [{ encounter: 'day14', title: both('Day 14'), state: 'ready', day: today }],
    })
    const first = (role: Parameters<typeof todayView>[1]) => todayView([all], role, today).groups[0]?.group
    expect(first('nurse')).toBe('ready')
    expect(first('investigator')).toBe('void')
    expect(first('monitor')).toBe('void')
    expect(first('dataManager')).toBe('missing')
    expect(first('mriReader')).toBeUndefined()
  })

  test('given the same rows, when roles ask by turns, or after the unblinding or on another day, then each has its own page', () => {
    const rows = [row({ openQueries: { open: 1, masked: 1, openToReaders: 0, maskedButReaders: 0 } })]
    const queries = (role: Parameters<typeof todayView>[1], day = today, unblinded = false) => {
      const page = todayView(rows, role, day, unblinded)
      return [page.today, page.groups.find(({ group }) => group === 'queries')?.lines[0]?.count]
    }
    for (let turn = 0; turn < 2; turn += 1) {
      expect(queries('coordinator')).toEqual([today, 1])
      expect(queries('coordinator', today, true)).toEqual([today, 2])
      expect(queries('coordinator', '2026-11-24')).toEqual(['2026-11-24', 1])
      expect(queries('mriReader')).toEqual([today, undefined])
    }
  })
})
