import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, openStudy, participant, screened } from './testing/steps.ts'
import { firstDay, openTrial, study, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let code: string
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  code = await screened(trial)
  const nurse = await trial.as('nurse', 'north')
  trial.wait({ days: 6 })
  done(
    await nurse.post(participant(code, '/record-form'), {
      encounter: 'screening',
      form: 'body',
      day: firstDay,
      expectedVersion: 1,
      entries: { weight: { typed: '82', unit: 'kg' } },
      reasons: { weight: 'Read off the wrong line' },
      clientTime: '2026-03-08T09:00:00.000+01:00',
    }),
  )
})
afterAll(() => trial[Symbol.asyncDispose]())

const rows = async (query: string, role: 'monitor' | 'nurse' | 'dataManager' = 'monitor', site?: string) => {
  const answer = await (await trial.as(role, site)).get(`${study}/audit?${query}`)
  expect(answer.status).toBe(200)
  return answer.body.rows as readonly {
    position: number
    type: string
    by: { account: string; name: string; role: string }
    changes: readonly { item?: string; from?: { en: string }; to: { en: string }; reason?: string }[]
    patterns: readonly string[]
  }[]
}

describe('EMA-03 EMA-04 EMA-05 the audit trail of a value', () => {
  test('given a corrected weight, when its place is asked for, then old, new, reason, person, role and times stand there', async () => {
    const found = await rows(`participant=${code}&encounter=screening&form=body&item=weight`)
    expect(found).toHaveLength(2)
    expect(found[0]).toMatchObject({
      participant: code,
      site: 'north',
      clientTime: '2026-03-08T09:00:00.000+01:00',
      at: '2026-03-08T08:00:00.000Z',
      by: { name: 'nurse north', role: 'nurse' },
      place: { encounter: 'screening', form: 'body' },
      changes: [{ item: 'weight', from: { en: '80 kg' }, to: { en: '82 kg' }, reason: 'Read off the wrong line' }],
    })
    expect(found[1]!.changes).toMatchObject([{ to: { en: '80 kg' } }])
    expect(found[1]!.changes[0]).not.toHaveProperty('from')
  })

  test('EMA-10 EMA-12 given what is odd about it, when a pattern is asked for, then only what fits it is found', async () => {
    const [sunday] = await rows('pattern=correction')
    // 8 March 2026 is a Sunday, and the device's clock is another than the database's.
    expect(sunday).toMatchObject({ patterns: ['correction', 'oddHours', 'storedLate'] })
    expect(await rows('pattern=oddHours')).toHaveLength(1)
    expect(await rows('pattern=lateEntry')).toEqual([])
    expect(await rows('pattern=afterSignature')).toEqual([])
  })

  test('given a page that is full, when the next is asked for by position, then no row is missing or told twice', async () => {
    const all = await rows('')
    const older = await rows(`before=${all[2]!.position}`)
    expect([...all.slice(0, 3), ...older].map(({ position }) => position)).toEqual(all.map(({ position }) => position))
  })

  test.each([
    ['kind=consent', ['ConsentGiven', 'ParticipantRegistered']],
    ['kind=study&site=north', []],
    ['role=mriReader', ['FormRecorded']],
    ['form=scan', ['FormRecorded']],
    ['from=2026-03-08&until=2026-03-09', ['FormRecorded']],
    ['until=2026-03-01', []],
    ['from=2026-03-08&until=2026-03-08&kind=values', ['FormRecorded']],
    ['participant=NOR-099', []],
  ])('given %s, then %j', async (query, types) => {
    expect((await rows(query)).map(({ type }) => type)).toEqual(types)
  })

  test('given a day that is none, then it is refused by name', async () => {
    const answer = await (await trial.as('monitor')).get(`${study}/audit?from=2026-02-30`)
    expect(answer).toMatchObject({ status: 422, body: { refusals: [{ code: 'dayUnreadable', field: 'from' }] } })
  })

  test('EMA-19 given a participant who never was randomised, then the trail is there', async () => {
    expect((await rows(`participant=${code}`)).length).toBeGreaterThan(5)
  })

  test('P11-11 given staff of another site, then nothing of this one is found, and asking for it is refused', async () => {
    expect(await rows('', 'nurse', 'south')).toEqual([])
    const asked = await (await trial.as('nurse', 'south')).get(`${study}/audit?site=north`)
    expect(asked).toMatchObject({ status: 403 })
    expect((await (await trial.as('nurse', 'south')).get(`${study}/audit/people`)).body.people).toEqual([])
  })

  test('given people of the trail, when one is chosen, then only theirs is found', async () => {
    const { people } = (await (await trial.as('monitor')).get(`${study}/audit/people`)).body
    const nurse = people.find(({ name }: { name: string }) => name === 'nurse north')
    const found = await rows(`person=${nurse.account}`)
    expect(new Set(found.map(({ by }) => by.name))).toEqual(new Set(['nurse north']))
  })
})

describe('EMA-08 the access log', () => {
  test('given people who signed in, when the administrator reads the log, then account, address and time stand there', async () => {
    const answer = await (await trial.as('administrator')).get(`${study}/audit/access?of=people`)
    expect(answer.status).toBe(200)
    const { rows } = answer.body
    expect(rows.map(({ type }: { type: string }) => type)).toEqual(expect.arrayContaining(['SignedIn', 'RoleGranted']))
    expect(rows.find(({ type }: { type: string }) => type === 'SignedIn').by.name).not.toBe('')
  })
})
