import { expect, test } from 'vitest'
import { uncovered } from '../coverage.ts'
import { report } from '../report.ts'
import { closely, links, shares, transitions } from './attention.ts'
import { walk } from './chain.ts'
import { families } from './tables.ts'

test.each(links)(
  'R3-10 EMA-07 B1 B7 %i. given other worlds, when the trial is conducted in each, then no byte a blinded person can see differs',
  async (link) => {
    const figures = await walk(`the other chain, link ${link}`, transitions, closely, { shares, everyPair: true })
    report(`worlds, second chain, link ${link}`, figures)
    expect(uncovered(figures)).toEqual([])
    expect(figures.certainPairs).toBe(0)
    // Totals before and after each use of an arm were among what was the same: no difference of two tells an arm.
    expect(figures.totalsUnread).toEqual([])
  },
  transitions * 120_000,
)

test('R3-10 B1 given a world whose people come over a socket, when one arm is changed, then the bytes on the wire are the same', async () => {
  const figures = await walk(
    'over a socket',
    1,
    { roles: 1, atArms: 3, thorough: false, surveys: false, knocks: false, acts: 'beginning' },
    { network: true },
  )
  report('worlds, over a socket', figures)
  expect(figures.answers).toBeGreaterThan(1_000)
}, 600_000)

test('R3-10 RND-01 B1 given arms that the database works out by minimisation, when its sealed numbers are others, then no byte differs', async () => {
  const figures = await walk(
    'minimised',
    families.length,
    { roles: 1, atArms: 3, thorough: false, surveys: false, knocks: false, acts: 'beginning' },
    { by: 'minimisation' },
  )
  report('worlds, by minimisation', figures)
  expect(figures.worlds).toEqual({ complement: 1, pairSwap: 1, singleFlip: 1 })
}, 600_000)
