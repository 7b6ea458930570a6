import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { footprint } from '../journeys/footprint.ts'
import { eligible, openedTrial } from '../journeys/trial.ts'

const copies = 50

test(`D8 RND-01 given one command sent ${copies} times at once, when all are answered, then it was carried out once and every answer is the same`, async () => {
  await using trial = await openedTrial()
  const coordinator = await trial.signIn('coordinator')
  const participant = await eligible(trial)
  const own = `${trial.study}/participants/${participant.code}`
  const commands: readonly (readonly [string, object])[] = [
    [`${trial.study}/participants`, { site: 'ous' }],
    [`${own}/book-encounter`, { encounter: 'day0', day: await trial.today() }],
    [`${own}/randomise`, {}],
  ]
  for (const [path, body] of commands) {
    const before = await footprint(trial)
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: copies }, () => coordinator.ask('POST', path, body, key)))
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
    expect(statuses).toEqual([...Array<number>(copies - 1).fill(200), 201])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const after = await footprint(trial)
    expect([
      Number(after['events']) - Number(before['events']),
      Number(after['keys']) - Number(before['keys']),
    ]).toEqual([1, 1])

    const otherBody = await coordinator.ask('POST', path, { ...body, clientTime: '2026-03-16T15:00:00+01:00' }, key)
    expect([otherBody.status, otherBody.body.refusals[0].code]).toEqual([409, 'keyReused'])
    expect(await footprint(trial)).toEqual(after)
  }
  expect((await footprint(trial))['allocations']).toBe('1')
})
