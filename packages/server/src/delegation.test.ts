import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer } from './server.ts'
import { done, openStudy, participant, register } from './testing/steps.ts'
import { firstDay, openTrial, type Person, personWith, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let [administrator, monitor, investigator, coordinator]: Person[] = []
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  administrator = await trial.as('administrator')
  monitor = await trial.as('monitor')
  investigator = await trial.as('investigator', 'north')
  coordinator = await trial.as('coordinator', 'north')
})
afterAll(() => trial[Symbol.asyncDispose]())

const path = `${study}/delegation`
const page = async (who = monitor!) => (await who.get(path)).body
const north = async (who = monitor!) => (await page(who)).sites.find(({ site }: { site: string }) => site === 'north')
async function accountOf(name: string): Promise<string> {
  const { people } = await page()
  return people.find((one: { name: string }) => one.name === name).account
}

/** The same people at the same records, in production. */
async function inProduction() {
  const ports = { ...trial.ports, mode: 'production' as const }
  const server = await createServer({ ports, strictAnswers: true, requestsPerMinute: 1_000_000 })
  return (person: Person) => personWith(server, person.token, person.signing.name)
}

test('R3-26 given nothing delegated, then demo finds what production refuses, and the log makes it right', async () => {
  const code = await register(trial)
  const consent = { version: 'v1', day: firstDay }
  const found = (await north()).findings
  expect(found.map(({ name, day }: { name: string; day: string }) => [name, day])).toEqual(
    Array.from({ length: 4 }, () => ['coordinator north', firstDay]),
  )
  expect((await (await trial.as('dataManager')).get(`${study}/locks`)).body.open).toContainEqual({
    line: 'actsNotCovered',
    count: 4,
  })
  done(
    await monitor!.post(`${path}/explain-finding`, { site: 'north', finding: found[0].finding, note: 'a rehearsal' }),
  )
  expect((await north()).findings[0].explained.note).toBe('a rehearsal')

  const production = await inProduction()
  const refused = await production(coordinator!).post(participant(code, '/record-consent'), consent)
  expect(refused.status).toBe(422)
  expect(refused.body.refusals.map((one: { code: string }) => one.code)).toEqual(['notDelegated', 'notTrained'])

  const [lead, helper] = [await accountOf('investigator north'), await accountOf('coordinator north')]
  for (const training of ['gcp', 'protocol', 'system'])
    done(
      await monitor!.post(`${path}/record-training`, {
        people: [lead, helper],
        training,
        day: firstDay,
        evidence: 'Course list',
      }),
    )
  done(await administrator!.post(`${path}/name-investigator`, { site: 'north', person: lead }))
  const duties = { site: 'north', person: helper, duties: ['consent', 'data'], from: firstDay }
  const wrong = await investigator!.post(`${path}/delegate-duties`, {
    ...duties,
    ...investigator!.signing,
    password: 'no',
  })
  expect(wrong.status).toBe(422)
  done(await investigator!.post(`${path}/delegate-duties`, { ...duties, ...investigator!.signing }))
  const accept = { site: 'north', delegation: 'north-1', ...coordinator!.signing }
  done(await coordinator!.post(`${path}/accept-delegation`, accept))

  const key = randomUUID()
  const asked = () => production(coordinator!).post(participant(code, '/record-consent'), consent, key)
  const [first, ending] = [await asked(), { site: 'north', delegation: 'north-1', day: firstDay, reason: 'leaves' }]
  done(first)
  done(await investigator!.post(`${path}/end-delegation`, { ...ending, password: investigator!.signing.password }))
  // The repetition is answered as the first time, though it would be refused now.
  expect((await asked()).body).toEqual(first.body)
  const later = { encounter: 'screening', day: firstDay }
  expect((await production(coordinator!).post(participant(code, '/record-visit'), later)).status).toBe(422)
})

test('R3-26 given the pharmacy’s acts, then nobody blinded is told of them; people see their own site', async () => {
  const pharmacist = await trial.as('unblindedPharmacist', 'north')
  const vials = {
    product: 'powder',
    vials: 10,
    brand: 'B',
    batch: 'B1',
    expiry: '2027-03-31',
    shipment: 'D',
    coldChain: 'kept',
  }
  await pharmacist.post(`${study}/stock/north/receive-vials`, vials)
  expect(JSON.stringify((await north()).findings)).not.toContain('Pharmacist')
  expect((await page(coordinator)).sites.map(({ site }: { site: string }) => site)).toEqual(['north'])
  expect((await page(pharmacist)).sites.map(({ site }: { site: string }) => site)).toEqual(['north'])
})

test('given a site that is not one’s own, when duties are delegated there, then it is refused', async () => {
  const body = { site: 'south', person: randomUUID(), duties: ['data'], from: firstDay, ...investigator!.signing }
  expect((await investigator!.post(`${path}/delegate-duties`, body)).status).toBe(403)
})
