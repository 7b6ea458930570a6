import { verifyAll } from '@trialwright/records'
import { freshDatabase } from '@trialwright/test-support'
import { expect, test } from 'vitest'
import { nightly } from '../blind/effort.ts'
import { report } from '../blind/report.ts'
import { killableDatabase } from './database.ts'
import { type Crowd, randomiseCrowd, sealStudy, strata } from './randomise.ts'
import { randomiseWithSkipLocked } from './skipLocked.ts'

const crowd: Crowd = nightly
  ? { people: 100_000, workers: 64, faults: 1_000 }
  : { people: 2_000, workers: 32, faults: 30 }

test(
  `R1 R2 RND-01 given ${crowd.people} to be randomised by ${crowd.workers} workers, when transactions roll back, connections break, applications and the database are killed, then no slot is taken twice, none is left out, and slots follow time`,
  async () => {
    await using database = await killableDatabase()
    await sealStudy(database, Math.ceil((crowd.people / strata.length) * 1.2) + 60)
    const outcome = await randomiseCrowd(database, crowd)
    report('concurrency', outcome)
    expect(outcome.violations.slice(0, 5)).toEqual([])
    expect(outcome.seen).toBe(crowd.people)
    expect(outcome.died).toBe(0)
    // The faults were there to be met.
    for (const [fault, count] of Object.entries(outcome.met)) expect([fault, count > 0]).toEqual([fault, true])
    expect(outcome.replayed).toBeGreaterThan(0)
    const verified = await verifyAll(database.adminUrl())
    expect(verified.length).toBeGreaterThan(0)
    expect(verified.flatMap(({ problem }) => problem ?? [])).toEqual([])
  },
  nightly ? 7_200_000 : 300_000,
)

test('R1 given slots taken with SKIP LOCKED, as the product does not, when the same is looked for, then violations are found', async () => {
  await using database = await freshDatabase({ migrated: false })
  const violations = await randomiseWithSkipLocked(database.adminUrl, 600, 32)
  report('concurrency, SKIP LOCKED', { people: 600, strata: strata.length, violations: violations.length })
  expect(violations.length).toBeGreaterThan(0)
}, 120_000)
