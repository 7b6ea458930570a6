import { expect, test } from 'vitest'
import { nightly } from '../effort.ts'
import { report } from '../report.ts'
import { uncovered, walk } from './chain.ts'

const transitions = nightly ? 299 : 14

test(
  'R3-10 EMA-07 B1 given other worlds, when the trial is conducted in each, then no byte a blinded person can see differs',
  async () => {
    const figures = await walk('the second chain', transitions, {
      roles: nightly ? 99 : 1,
      surveys: nightly,
      acts: 'whole',
    })
    report('worlds, second chain', figures)
    expect(uncovered(figures)).toEqual([])
    // Every one of these assignments leads to what was seen, so none of them can be told from the others.
    expect(figures.certainPairs).toBe(0)
  },
  transitions * 120_000,
)

test('R3-10 B1 given a world whose people come over a socket, when one arm is changed, then the bytes on the wire are the same', async () => {
  const figures = await walk('over a socket', 1, { roles: 1, surveys: false, acts: 'beginning' }, true)
  report('worlds, over a socket', figures)
  expect(figures.answers).toBeGreaterThan(1_000)
}, 120_000)
