import { randomUUID } from 'node:crypto'
import { countStatements } from '@trialwright/records'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, openStudy, participant, register, screened } from './testing/steps.ts'
import { firstDay, openTrial, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
})
afterAll(() => trial[Symbol.asyncDispose]())

const size = async (): Promise<number> =>
  (await (await trial.as('monitor')).get(`${study}/audit/checkpoint`)).body.size as number

describe('a request sent again', () => {
  test('given a command carried out, when it is repeated, then the stored answer comes and nothing is added', async () => {
    const code = await register(trial)
    const coordinator = await trial.as('coordinator', 'north')
    const key = randomUUID()
    const body = { version: 'v1', day: firstDay }
    const first = done(await coordinator.post(participant(code, '/record-consent'), body, key))
    const before = await size()
    const second = await coordinator.post(participant(code, '/record-consent'), body, key)
    expect(second).toMatchObject({ status: 200, body: first.body })
    expect(await size()).toBe(before)
  })

  test('given a registration, when it is repeated fifty times at once, then one participant exists', async () => {
    const coordinator = await trial.as('coordinator', 'south')
    const key = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => coordinator.post(`${study}/participants`, { site: 'south' }, key)),
    )
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49)
    expect((await coordinator.get(`${study}/participants`)).body.rows).toHaveLength(1)
  })

  test('given a key, when it comes with another body or from another person, then it is refused', async () => {
    const code = await register(trial)
    const coordinator = await trial.as('coordinator', 'north')
    const investigator = await trial.as('investigator', 'north')
    const key = randomUUID()
    const body = { version: 'v1', day: firstDay }
    done(await coordinator.post(participant(code, '/record-consent'), body, key))
    const other = await coordinator.post(participant(code, '/record-consent'), { ...body, day: '2026-03-01' }, key)
    expect(other).toMatchObject({ status: 409, body: { refusals: [{ code: 'keyReused' }] } })
    const stranger = await investigator.post(participant(code, '/record-consent'), body, key)
    expect(stranger).toMatchObject({ status: 409, body: { refusals: [{ code: 'keyReused' }] } })
  })

  test('given a command refused, when it is repeated after the reason is gone, then it is carried out', async () => {
    const code = await register(trial)
    const coordinator = await trial.as('coordinator', 'north')
    const key = randomUUID()
    const visit = { encounter: 'screening', day: firstDay }
    expect((await coordinator.post(participant(code, '/record-visit'), visit, key)).status).toBe(422)
    done(await coordinator.post(participant(code, '/record-consent'), { version: 'v1', day: firstDay }))
    done(await coordinator.post(participant(code, '/record-visit'), visit, key))
  })

  test.each([undefined, 'no-uuid', '123'])(
    'given the key %s, when a command comes, then it is refused',
    async (key) => {
      const { status, body } = await (await trial.as('coordinator', 'north')).post(
        `${study}/participants`,
        { site: 'north' },
        key ?? '',
      )
      expect({ status, body }).toMatchObject({ status: 400, body: { refusals: [{ code: 'keyMissing' }] } })
    },
  )
})

describe('people at the same time', () => {
  test('R3-08 given twenty registrations at once, when they are done, then codes have no gap and no double', async () => {
    const coordinator = await trial.as('coordinator', 'north')
    const before = (await coordinator.get(`${study}/participants`)).body.rows.length as number
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => coordinator.post(`${study}/participants`, { site: 'north' })),
    )
    const codes = answers.map(({ body }) => body.code as string).toSorted()
    expect(codes).toEqual(
      Array.from({ length: 20 }, (_, index) => `NOR-${String(before + index + 1).padStart(3, '0')}`),
    )
  })

  test('given two people fill in one form, when both save, then the second sees that it has changed', async () => {
    const code = await screened(trial)
    const nurse = await trial.as('nurse', 'north')
    const correct = (weight: string) =>
      nurse.post(participant(code, '/record-form'), {
        encounter: 'screening',
        form: 'body',
        day: firstDay,
        expectedVersion: 1,
        entries: { weight: { typed: weight, unit: 'kg' } },
        reasons: { weight: 'Read wrongly' },
      })
    const answers = await Promise.all([correct('81'), correct('82')])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.find(({ status }) => status === 422)?.body.refusals).toMatchObject([{ code: 'formChanged' }])
  })
})

describe('round trips to the database', () => {
  const counted = async <Result>(work: () => Promise<Result>): Promise<number> => {
    const counts = [trial.pools.blinded, trial.pools.unblinded, trial.pools.access, trial.pools.audit].map(
      countStatements,
    )
    await work()
    return counts.reduce((sum, count) => sum + count(), 0)
  }

  test('given a page about one participant, when it is read, then that is one round trip', async () => {
    const code = await screened(trial)
    const coordinator = await trial.as('coordinator', 'north')
    for (const page of ['', '/screening', '/history', '/forms/screening/pain'])
      expect({ page, trips: await counted(() => coordinator.get(participant(code, page))) }).toEqual({ page, trips: 1 })
  })

  test('given a list, when it is read, then those are two: who asks, and the rows', async () => {
    const coordinator = await trial.as('coordinator', 'north')
    for (const page of ['/participants', '/overview'])
      expect({ page, trips: await counted(() => coordinator.get(`${study}${page}`)) }).toEqual({ page, trips: 2 })
  })

  test('given a command, when it is carried out, then those are two: what is known, and what happened', async () => {
    const code = await register(trial)
    const coordinator = await trial.as('coordinator', 'north')
    const consent = () => coordinator.post(participant(code, '/record-consent'), { version: 'v1', day: firstDay })
    expect(await counted(consent)).toBe(2)
  })
})
