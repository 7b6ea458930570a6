import { expect, test } from 'vitest'
import type { SiteRecruitment } from '../../api/studyTypes.ts'
import { cumulative, monthsOf, stepPath } from './cumulative.ts'

const site = (...byMonth: SiteRecruitment['byMonth'][number][]): SiteRecruitment => ({
  site: 'a',
  title: { en: '', nb: '' },
  target: 10,
  including: true,
  missingApprovals: [],
  registered: 0,
  consented: 0,
  screenFailed: 0,
  randomised: 0,
  byMonth,
})

test('months of all sites share one axis, and counts add up over it', () => {
  const sites = [
    site({ month: '2026-02', randomised: 2 }),
    site({ month: '2026-01', randomised: 1 }, { month: '2026-02', randomised: 3 }),
  ]
  const months = monthsOf(sites)
  expect(months).toEqual(['2026-01', '2026-02'])
  expect(cumulative(sites, months)).toEqual([
    { month: '2026-01', count: 1 },
    { month: '2026-02', count: 6 },
  ])
})

test('a step line rises at the month and runs to its end', () => {
  const path = stepPath(
    [
      { month: '2026-01', count: 2 },
      { month: '2026-02', count: 5 },
    ],
    (i) => i * 10,
    (n) => -n,
  )
  expect(path).toBe('M0 0V-2H10V-5H20')
})
