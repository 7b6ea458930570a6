import { openPools } from '@trialwright/records'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPorts } from './create-ports.ts'
import { createServer } from './server.ts'
import { done, openStudy, participant, randomised, register } from './testing/steps.ts'
import { firstDay, openTrial, personWith, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
})
afterAll(() => trial[Symbol.asyncDispose]())

test('given no database, when anything is asked, then it is unavailable for the moment, in words', async () => {
  const passwords = { blinded: 'x', unblinded: 'x', vault: 'x', access: 'x', audit: 'x' }
  const pools = openPools({ url: 'postgres://nobody@127.0.0.1:1/none', passwords })
  const server = await createServer({ ports: { ...trial.ports, pools } })
  const stranded = personWith(server, (await trial.as('coordinator', 'north')).token)
  for (const answer of [await stranded.get('/api/me'), await stranded.get(`${study}/participants`)])
    expect(answer).toMatchObject({
      status: 503,
      body: { refusals: [{ code: 'unavailable' }] },
      headers: { 'retry-after': '1' },
    })
  await server.close()
  await pools.close()
})

test('given a write nobody knows the outcome of, when it is answered, then the same key may be sent again', async () => {
  const code = await register(trial)
  let lost = true
  const { blinded } = trial.ports.append
  const append = {
    ...trial.ports.append,
    blinded: {
      ...blinded,
      append: async (entry: Parameters<typeof blinded.append>[0]) => {
        const answer = await blinded.append(entry)
        return lost ? { result: 'unknown' as const, reason: 'the line was cut' } : answer
      },
    },
  }
  const server = await createServer({ ports: { ...trial.ports, append } })
  const { token } = await trial.as('coordinator', 'north')
  const key = '6f3f3a52-9b6c-4c7e-8d1c-0a3b1c2d3e4f'
  const consent = () =>
    personWith(server, token).post(participant(code, '/record-consent'), { version: 'v1', day: firstDay }, key)
  expect(await consent()).toMatchObject({ status: 503, body: { refusals: [{ code: 'outcomeUnknown' }] } })
  lost = false
  expect(await consent()).toMatchObject({ status: 200, body: { ok: true, version: 2 } })
  expect((await (await trial.as('coordinator', 'north')).get(participant(code))).body.consent.given).toHaveLength(1)
  await server.close()
})

test('given a fault of our own, when it shows, then the person learns nothing of it and the log no names', async () => {
  const now = (): string => {
    throw new Error('secret detail')
  }
  const broken = { ...trial.ports.clock, now }
  const server = await createServer({ ports: { ...trial.ports, clock: broken } })
  const { token } = await trial.as('coordinator', 'north')
  const answer = await personWith(server, token).get('/api/me')
  expect(answer).toMatchObject({ status: 500, body: { refusals: [{ code: 'unexpected' }] } })
  expect(JSON.stringify(answer.body)).not.toContain('secret')
  expect(trial.errors.join('')).not.toContain('coordinator north')
  await server.close()
})

test('given too many requests from one address, when more come, then they wait', async () => {
  const server = await createServer({ ports: trial.ports, requestsPerMinute: 5 })
  const answers = []
  for (let time = 0; time < 6; time += 1) answers.push(await personWith(server, '').get('/api/public/studies'))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
  expect(answers[5]).toMatchObject({ body: { refusals: [{ code: 'tooManyRequests' }] } })
  expect(Number(answers[5]?.headers['retry-after'])).toBeGreaterThan(0)
  await server.close()
})

test('given a body of two megabytes, when it comes, then it is refused', async () => {
  const coordinator = await trial.as('coordinator', 'north')
  const answer = await coordinator.post(`${study}/participants`, { site: 'x'.repeat(2_000_000) })
  expect(answer).toMatchObject({ status: 413, body: { refusals: [{ code: 'tooLarge' }] } })
})

test('given two pharmacists at one request, when both record the preparation, then one is refused', async () => {
  const code = await randomised(trial)
  const pharmacist = await trial.as('unblindedPharmacist', 'north')
  const { vials } = (await pharmacist.get(`${study}/pharmacy/${code}/day0`)).body
  const body = { encounter: 'day0', batch: 'B-1', vialsOpened: vials, secondPerson: 'Somebody Else' }
  const record = () => pharmacist.post(`${study}/pharmacy/${code}/record-preparation`, body)
  const answers = await Promise.all([record(), record(), record()])
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.find(({ status }) => status === 422)?.body.refusals).toMatchObject([{ code: 'alreadyPrepared' }])
  done(await pharmacist.post(`${study}/pharmacy/${code}/hand-over`, { encounter: 'day0' }))
})

test('given a study clock in another mode, when ports are made, then it shows the real time', async () => {
  const ports = await createPorts({ mode: 'training', pools: trial.pools, studies: [], log: trial.ports.log })
  expect(ports.clock.ahead()).toBe(0)
  expect(ports.demo).toBeUndefined()
})
