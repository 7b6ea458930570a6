import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf, histogram } from './histogram.ts'

test('few whole numbers have a bar each, with the number in the middle', () => {
  expect(barsOf([0, 2, 2, 1], [false, true, false, true])).toEqual([
    { from: -0.5, to: 0.5, count: 1, marked: 0 },
    { from: 0.5, to: 1.5, count: 1, marked: 1 },
    { from: 1.5, to: 2.5, count: 2, marked: 1 },
  ])
})

test('every value stands in one bar, and none is lost at the ends', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }), (values) => {
      const bars = barsOf(
        values,
        values.map((value) => value > 0),
      )
      expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.length)
      expect(bars.reduce((sum, { marked }) => sum + marked, 0)).toBe(values.filter((value) => value > 0).length)
    }),
  )
})

test('a picture says what it is of, and nothing of nothing', () => {
  expect(histogram({ of: 'Vials & boxes', unit: 'vials', values: [3, 4] })).toContain('aria-label="Vials &amp; boxes"')
  expect(histogram({ of: 'Vials', unit: 'vials', values: [Number.NaN] })).toBe('<p>Nothing to show.</p>')
})
