import { expect, test } from 'vitest'
import { clientTime } from './clientTime.ts'

test('the device’s time names the same instant and its offset', () => {
  const now = new Date(1_795_000_000_123)
  const written = clientTime(now)
  expect(written).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}[+-]\d{2}:\d{2}$/)
  expect(Date.parse(written)).toBe(now.getTime())
})
