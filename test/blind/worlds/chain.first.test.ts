import { expect, test } from 'vitest'
import { uncovered } from '../coverage.ts'
import { report } from '../report.ts'
import { closely, links, shares, transitions } from './attention.ts'
import { walk } from './chain.ts'

test.each(links)(
  'R3-10 EMA-07 B1 B7 %i. given worlds that differ in the secret table only, when the trial is conducted in each, then no byte a blinded person can see differs',
  async (link) => {
    const figures = await walk(`the first chain, link ${link}`, transitions, closely, { shares, everyPair: true })
    report(`worlds, first chain, link ${link}`, figures)
    expect(uncovered(figures)).toEqual([])
    // Every one of these assignments leads to what was seen, so none of them can be told from the others.
    expect(figures.certainPairs).toBe(0)
    // Totals before and after each use of an arm were among what was the same: no difference of two tells an arm.
    expect(figures.totalsUnread).toEqual([])
    expect(figures.answers).toBeGreaterThan(2_000)
  },
  transitions * 120_000,
)
