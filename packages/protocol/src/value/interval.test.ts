import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextAbove, nextBelow } from './interval.ts'

test('law: nothing lies between a number and the next', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, max: 1e300, min: -1e300 }), (x) => {
      const next = nextAbove(x)
      expect(next).toBeGreaterThan(x)
      const middle = x + (next - x) / 2
      expect(middle === x || middle === next).toBe(true)
      expect(nextBelow(next) === x).toBe(true)
    }),
  )
})

test.each([
  [1, 1 + Number.EPSILON],
  [0, Number.MIN_VALUE],
  [-Number.MIN_VALUE, 0],
  [Number.MAX_VALUE, Number.POSITIVE_INFINITY],
])('given %d, then the next above is %d', (x, next) => {
  expect(nextAbove(x) === next).toBe(true)
})
