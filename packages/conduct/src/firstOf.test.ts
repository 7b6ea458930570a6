import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOf } from './firstOf.ts'

test('the first so many are those that sorting would have first, rows that are equal in the order they came in', () => {
  const row = fc.record({ rank: fc.integer({ min: 0, max: 5 }), name: fc.string() })
  const order = (a: { rank: number }, b: { rank: number }) => a.rank - b.rank
  fc.assert(
    fc.property(fc.array(row), fc.integer({ min: 1, max: 12 }), (rows, most) => {
      expect(firstOf(rows, most, order)).toEqual(rows.toSorted(order).slice(0, most))
    }),
  )
})
