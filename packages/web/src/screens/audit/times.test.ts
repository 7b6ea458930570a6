import { expect, test } from 'vitest'
import { offsetAt } from '@trialwright/protocol'
import { gapSeconds } from './times.ts'

test('R3-18 given an instant and a zone, then the offset of that day is told', () => {
  expect(offsetAt('2026-11-22T13:05:59.900Z', 'Europe/Oslo')).toBe('+01:00')
  expect(offsetAt('2026-07-22T13:05:00.000Z', 'Europe/Oslo')).toBe('+02:00')
  expect(offsetAt('2026-07-22T13:05:00.000Z', 'America/St_Johns')).toBe('-02:30')
})

test('EMA-10 given entry and storage, then the gap is told in seconds; unknown where a time is none', () => {
  expect(gapSeconds('2026-11-22T14:05:00.000+01:00', '2026-11-22T13:05:07.400Z')).toBe(7)
  expect(gapSeconds('2026-11-22T14:05:00.000+01:00', '2026-11-22T13:04:00.000Z')).toBe(-60)
  expect(gapSeconds('never', '2026-11-22T13:05:07.400Z')).toBeUndefined()
})
