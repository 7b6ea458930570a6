import { expect, test } from 'vitest'
import { ticked, tickOf, withTicks } from './ticks.ts'

const one = { key: 'one', version: 'a' }
const two = { key: 'two', version: 'b' }
const both = withTicks(new Map(), [one, two], true)

test('given ticks, then what is there as it was ticked counts, and what changed since is told; ticked anew it counts', () => {
  const now = [{ ...one, version: 'c' }, two]
  expect(now.map((each) => tickOf(both, each))).toEqual(['outdated', 'ticked'])
  expect(ticked(both, now)).toEqual([two])
  expect(ticked(withTicks(both, now, true), now)).toEqual(now)
})

test('given a tick taken away, then the others stay', () => {
  const left = withTicks(both, [one], false)
  expect([one, two].map((each) => tickOf(left, each))).toEqual(['none', 'ticked'])
})
