import { expect, test } from 'vitest'
import { croppedAt, welch } from './welch.ts'

test('given an example worked by hand, then Welch’s t is as computed there', () => {
  // Means 2 and 4; variances 1 and 4; n 3 and 5: 2 / sqrt(1/3 + 4/5).
  expect(welch([1, 2, 3], [2, 2, 4, 6, 6])).toBeCloseTo(2 / Math.sqrt(1 / 3 + 4 / 5), 12)
  expect(welch([2, 2, 4, 6, 6], [1, 2, 3])).toBeCloseTo(-2 / Math.sqrt(1 / 3 + 4 / 5), 12)
})

test('given two samples, when the highest tenth of all is left out, then it goes from whichever sample has it', () => {
  expect(croppedAt(0.9, [1, 2, 3, 4, 50], [1, 2, 3, 4, 5])).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4, 5],
  ])
})
