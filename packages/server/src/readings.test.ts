import { afterAll, beforeAll, expect, test } from 'vitest'
import { isReading, pages } from './readings.ts'
import { routes } from './routes/index.ts'
import { openStudy, participant, randomised } from './testing/steps.ts'
import { compiled, openTrial, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let code: string
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  code = await randomised(trial)
})
afterAll(() => trial[Symbol.asyncDispose]())

const readings = async () => {
  const answer = await (await trial.as('randomisationOfficer')).get(`${study}/unblinded-readings`)
  expect(answer.status).toBe(200)
  return answer.body.rows as readonly Readonly<Record<string, unknown>>[]
}
const openLog = async () => (await (await trial.as('monitor')).get(`${study}/audit/checkpoint`)).body.size as number

test('EMA-08 given pages that tell arms, when they are read, then each reading is on record: who, in which role, what, about whom', async () => {
  const size = await openLog()
  const pharmacist = await trial.as('unblindedPharmacist', 'north')
  const safety = await trial.as('safetyOfficer')
  const asked = [
    await pharmacist.get(`${study}/pharmacy`),
    await pharmacist.get(`${study}/pharmacy/${code}/day0`),
    await safety.get(`${study}/unblinded-results`),
  ]
  expect(asked.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(await readings()).toMatchObject([
    { page: 'unblindedResults', by: { role: 'safetyOfficer', name: 'safetyOfficer everywhere' } },
    {
      page: 'preparation',
      where: compiled.encounters.find(({ id }) => id === 'day0')?.title,
      participants: [code],
      by: { role: 'unblindedPharmacist', name: 'unblindedPharmacist north' },
    },
    { page: 'pharmacy', by: { role: 'unblindedPharmacist' } },
  ])
  expect((await readings())[0]).toMatchObject({ page: 'unblindedReadings', by: { role: 'randomisationOfficer' } })
  expect(await openLog()).toBe(size)
})

test('EMA-08 given a page that is refused or not there, then nothing was read', async () => {
  const [before] = await readings()
  expect((await (await trial.as('nurse', 'north')).get(`${study}/pharmacy`)).status).toBe(403)
  expect((await (await trial.as('unblindedPharmacist', 'north')).get(`${study}/stock/south`)).status).not.toBe(200)
  const [own, next] = await readings()
  expect(own).toMatchObject({ page: 'unblindedReadings' })
  expect(next).toEqual(before)
})

test('EMA-07 EMA-08 given a role that is blinded, or reads what is recorded here, then it is told nothing of the readings', async () => {
  for (const role of ['monitor', 'inspector', 'administrator', 'unblindedPharmacist', 'safetyOfficer'] as const)
    expect((await (await trial.as(role)).get(`${study}/unblinded-readings`)).status).toBe(403)
  const trail = await (await trial.as('monitor')).get(`${study}/audit`)
  const history = await (await trial.as('monitor')).get(participant(code, '/history'))
  expect(JSON.stringify([trail.body, history.body])).not.toContain('UnblindedDataRead')
})

test('EMA-08 given the route table, then every page of the unblinded side is recorded under a name', () => {
  const recorded = routes.filter(isReading).map(({ id }) => id)
  expect(recorded).toContain('preparation')
  expect(Object.keys(pages).toSorted()).toEqual(recorded.toSorted())
  // Whoever opens an arm outside that side leaves an event in the same transaction.
  expect(routes.filter(({ door }) => door === 'guarded').map(({ id }) => id)).toEqual(['breakCode', 'allocations'])
})
