import { expect, test } from 'vitest'
import { uncovered } from '../coverage.ts'
import { nightly } from '../effort.ts'
import { report } from '../report.ts'
import { mostClosely } from './attention.ts'
import { walk } from './chain.ts'
import { families } from './tables.ts'

test.runIf(nightly)(
  'R3-10 EMA-07 B1 given a world of each family, when everybody reads everything after every step, then no byte differs',
  async () => {
    const figures = await walk('the thorough chain', families.length, mostClosely)
    report('worlds, read by everybody after every step', figures)
    expect(uncovered(figures)).toEqual([])
    expect(figures.answers).toBeGreaterThan(20_000)
  },
  7_200_000,
)
