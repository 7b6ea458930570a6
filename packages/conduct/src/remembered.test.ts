import { expect, test, vi } from 'vitest'
import { remembered } from './remembered.ts'

test('given a state asked before, when it is asked with the same things, then it is not worked out again; with others it is', () => {
  const work = vi.fn<(state: { readonly n: number }, plus: number) => number>((state, plus) => state.n + plus)
  const sum = remembered(work, 2)
  const [one, two] = [{ n: 1 }, { n: 1 }]
  expect([sum(one, 1), sum(one, 1), sum(one, 2), sum(two, 1), sum(one, 1)]).toEqual([2, 2, 3, 2, 2])
  expect(work).toHaveBeenCalledTimes(3)
  sum(one, 3)
  sum(one, 1)
  expect(work).toHaveBeenCalledTimes(5)
})
