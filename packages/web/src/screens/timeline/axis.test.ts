import { expect, test } from 'vitest'
import type { Encounter } from '../../api/participantTypes.ts'
import { axisOf, monthsBetween } from './axis.ts'

const encounter = (days: Partial<Encounter>): Encounter => ({
  id: 'd0',
  title: { en: '', nb: '' },
  short: { en: '', nb: '' },
  epoch: 'treatment',
  contact: 'visit',
  administers: false,
  state: 'upcoming',
  signed: 'unsigned',
  forms: [],
  formsMissing: [],
  ...days,
})

test('days lie on the line in proportion to the time between them, over a leap day too', () => {
  const axis = axisOf([encounter({ from: '2028-02-01', to: '2028-04-01' })], '2028-02-28', 100, 600)
  if (axis === undefined) throw new Error('no axis')
  const oneDay = axis.x('2028-02-29') - axis.x('2028-02-28')
  expect(axis.x('2028-03-01') - axis.x('2028-02-29')).toBeCloseTo(oneDay)
  expect(axis.x(axis.first)).toBe(100)
  expect(axis.x(axis.last)).toBe(700)
})

test('today is always on the line', () => {
  const axis = axisOf([encounter({ planned: '2026-01-10' })], '2026-06-01', 0, 100)
  expect(axis && axis.last >= '2026-06-01').toBe(true)
})

test('without any day there is no line', () => {
  expect(axisOf([encounter({})], '2026-01-01', 0, 100)).toBeUndefined()
})

test('months begin after the first day and end at the last', () => {
  expect(monthsBetween('2026-11-02', '2027-02-01')).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
  expect(monthsBetween('2026-11-02', '2026-11-30')).toEqual([])
})
