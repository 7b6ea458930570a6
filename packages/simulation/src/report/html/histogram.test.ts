import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf, histogram, ticksOf } from './histogram.ts'

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

test('values that are the smallest numbers apart stand in one bar', () => {
  expect(barsOf([0, 5e-324], [])).toMatchObject([{ count: 2 }])
})

test.each([
  [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [-0.5, 6.5, [0, 1, 2, 3, 4, 5, 6]],
  [1051, 1182, [1060, 1080, 1100, 1120, 1140, 1160, 1180]],
])('ticks from %d to %d are round numbers', (least, most, ticks) => expect(ticksOf(least, most)).toEqual(ticks))

test('on a scale, every bar is as wide as told', () => {
  const bars = barsOf([0.01, 0.06, 1], [], { from: 0, to: 1, step: 0.05 })
  expect(bars).toHaveLength(20)
  expect([bars[0]?.count, bars[1]?.count, bars[19]?.count]).toEqual([1, 1, 1])
})

test('a picture says what it is of, and nothing of nothing', () => {
  expect(histogram({ of: 'Vials & boxes', unit: 'vials', values: [3, 4] })).toContain('aria-label="Vials &amp; boxes"')
  expect(histogram({ of: 'Vials', unit: 'vials', values: [Number.NaN] })).toBe('<p>Nothing to show.</p>')
})
