import { instantOf } from '@trialwright/protocol'
import { expect, test } from 'vitest'
import { createClock, day } from './clock.ts'

const at = (text: string) => () => instantOf(text) ?? 0

test('given 23:30 in UTC, when the day is asked for in Oslo, then it is the next one', () => {
  const clock = createClock(at('2026-03-02T23:30:00Z'))
  expect(clock.today('Europe/Oslo')).toBe('2026-03-03')
  expect(clock.today('UTC')).toBe('2026-03-02')
})

test('given a demo, when the clock is moved by days, then it is ahead by as many', () => {
  const clock = createClock(at('2026-03-27T12:00:00Z'))
  clock.move(2 * day)
  expect(clock.now()).toBe('2026-03-29T12:00:00.000Z')
})

test('given any clock, when it should go back, then that is a bug', () => {
  const clock = createClock(at('2026-03-27T12:00:00Z'), 5)
  expect(() => clock.move(4)).toThrow(RangeError)
  expect(() => clock.move(5.5)).toThrow(RangeError)
})
