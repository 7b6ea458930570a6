import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer } from './server.ts'
import { done, openStudy, participant, register } from './testing/steps.ts'
import { firstDay, openTrial, personWith, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
})
afterAll(() => trial[Symbol.asyncDispose]())

/** Each is possible only after the one before. */
const chain = [
  ['/record-consent', { version: 'v1', day: firstDay }],
  ['/record-visit', { encounter: 'screening', day: firstDay }],
  ['/withdraw-consent', { day: firstDay, scope: 'everything', reason: 'No more time' }],
] as const

test('given commands each of which needs the one before, when all are sent without waiting, then all are carried out, in order', async () => {
  const [code, coordinator] = [await register(trial), await trial.as('coordinator', 'north')]
  const before = trial.pools.blinded.statements()
  const answers = await Promise.all(chain.map(([path, body]) => coordinator.post(participant(code, path), body)))
  expect(answers.map(({ status, body }) => [status, body.version])).toEqual([
    [201, 2],
    [201, 3],
    [201, 4],
  ])
  // One opening for all that came in one turn, and one call of the writer.
  expect(trial.pools.blinded.statements() - before).toBe(2)
})

test('given the same commands the other way round, when they are sent at once, then those too early are refused and change nothing', async () => {
  const [code, coordinator] = [await register(trial), await trial.as('coordinator', 'north')]
  const answers = await Promise.all(
    chain.toReversed().map(([path, body]) => coordinator.post(participant(code, path), body)),
  )
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 201])
  expect((await coordinator.get(participant(code))).body.consent.given).toHaveLength(1)
})

test('D8 given a command sent ten times at once under one key, when the copies are decided on the first, then all are answered as it was', async () => {
  const [code, coordinator] = [await register(trial), await trial.as('coordinator', 'north')]
  const [path, body] = chain[0]
  const key = randomUUID()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => coordinator.post(participant(code, path), body, key)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(9)
  expect(new Set(answers.map(({ body: { version } }) => version))).toEqual(new Set([2]))
})

test('given a refusal that rests on a command whose outcome nobody knows, when it is decided, then it is decided anew on what is stored', async () => {
  const [code, coordinator] = [await register(trial), await trial.as('coordinator', 'north')]
  const { blinded } = trial.ports.append
  let lost = true
  const cut = {
    ...blinded,
    append: (...[entry, ahead]: Parameters<typeof blinded.append>) => {
      if (!lost || entry.events.length === 0) return blinded.append(entry, ahead)
      lost = false
      return Promise.resolve({ result: 'unknown' as const, reason: 'the line was cut' })
    },
  }
  const server = await createServer({ ports: { ...trial.ports, append: { ...trial.ports.append, blinded: cut } } })
  const person = personWith(server, coordinator.token)
  const [path, body] = chain[0]
  // The second would be refused had the first been stored: the same consent again.
  const [first, second] = await Promise.all([
    person.post(participant(code, path), body),
    person.post(participant(code, path), body),
  ])
  expect(first).toMatchObject({ status: 503 })
  done(second)
  await server.close()
})
