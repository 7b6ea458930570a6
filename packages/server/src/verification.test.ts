import { afterAll, beforeAll, expect, test } from 'vitest'
import { done, openStudy, participant, screened } from './testing/steps.ts'
import { firstDay, openTrial, study, type Answer, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let code: string
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  code = await screened(trial)
})
afterAll(() => trial[Symbol.asyncDispose]())

const codesOf = ({ body }: Answer) => body.refusals?.map((each: { code: string }) => each.code) ?? []
const weight = async () => {
  const { items } = (await (await trial.as('monitor')).get(participant(code, '/forms/screening/body'))).body
  return items.find(({ item }: { item: string }) => item === 'weight').verification
}

test('given a value verified, when the coordinator changes it, then the mark has fallen off and the work list tells', async () => {
  const monitor = await trial.as('monitor')
  const values = [{ item: 'weight', version: 1 }]
  done(await monitor.post(participant(code, '/verify-values'), { encounter: 'screening', form: 'body', values }))
  expect(await weight()).toMatchObject({ standing: 'verified', by: 'monitor everywhere' })
  const changed = await (await trial.as('coordinator', 'north')).post(participant(code, '/record-form'), {
    encounter: 'screening',
    form: 'body',
    day: firstDay,
    entries: { weight: { typed: '81', unit: 'kg' } },
    reasons: { weight: 'read again' },
    expectedVersion: 1,
  })
  done(changed)
  expect(await weight()).toMatchObject({ standing: 'changed', version: 2 })
  const again = await monitor.post(participant(code, '/verify-values'), {
    encounter: 'screening',
    form: 'body',
    values,
  })
  expect(codesOf(again)).toEqual(['valueChangedSince'])
})

test('given a visit read, when all of it is verified at once, then one answer, nothing left, and a change meanwhile is told at its place', async () => {
  const other = await screened(trial)
  const monitor = await trial.as('monitor')
  const read = async () => (await monitor.get(participant(other, '/verification/screening'))).body
  const send = (forms: object) => monitor.post(participant(other, '/verify-forms'), { forms })
  interface Value {
    readonly item: string
    readonly verification: { readonly version: number; readonly standing: string }
  }
  const page: { readonly forms: readonly { readonly form: string; readonly values: readonly Value[] }[] } = await read()
  const forms = page.forms.map(({ form, values }) => ({
    encounter: 'screening',
    form,
    values: values.map(({ item, verification: { version } }) => ({ item, version })),
  }))
  const outdated = forms.map((form) => ({ ...form, values: form.values.map((value) => ({ ...value, version: 7 })) }))
  const refused = await send([forms[0], outdated[1]])
  expect([refused.status, refused.body.refusals[0].field]).toEqual([422, 'forms.1.values.0'])
  expect((await send([])).status).toBe(400)
  done(await send(forms))
  const after: typeof page = await read()
  const standings = after.forms.flatMap(({ values }) => values.map(({ verification }) => verification.standing))
  expect(standings.length).toBeGreaterThan(5)
  expect(new Set(standings)).toEqual(new Set(['verified']))
  expect((await monitor.get(participant(other, '/verification/nowhere'))).status).toBe(404)
})

test('B1 who is in the sample is told to those who verify alone, and the salt to nobody', async () => {
  const monitor = await trial.as('monitor')
  expect((await monitor.get(`${study}/verification`)).status).toBe(200)
  const coordinator = await trial.as('coordinator', 'north')
  expect((await coordinator.get(`${study}/verification`)).status).toBe(403)
  expect((await coordinator.get(participant(code, '/verification'))).status).toBe(403)
  const [{ salt }] = (await trial.pools.blinded.read(
    `select record::jsonb->'event'->>'samplingSalt' as salt from record.event where study_id = 'small' and stream_id = 'study' and type = 'StudyOpened'`,
    [],
  )) as [{ salt: string }]
  expect(salt).toMatch(/^[0-9a-f]{32}$/)
  const trail = await monitor.get(`${study}/audit`)
  expect(JSON.stringify(trail.body)).not.toContain(salt)
})
