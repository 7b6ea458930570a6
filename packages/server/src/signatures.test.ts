import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { revokeSession, createSession } from '@trialwright/records'
import { done, openStudy, participant, screened } from './testing/steps.ts'
import { firstDay, openTrial, password, printedName, type Person, type TestTrial } from './testing/trial.ts'

let trial: TestTrial
let code: string
let investigator: Person
let coordinator: Person
beforeAll(async () => {
  trial = await openTrial()
  await openStudy(trial)
  code = await screened(trial)
  investigator = await trial.as('investigator', 'north')
  coordinator = await trial.as('coordinator', 'north')
})
afterAll(() => trial[Symbol.asyncDispose]())

const visitOf = async (who = coordinator) => {
  const { visits } = (await who.get(participant(code, '/signatures'))).body
  return visits.find((visit: { encounter: string }) => visit.encounter === 'screening')
}
const sign = async (body: object, who = investigator) =>
  who.post(participant(code, '/sign-visit'), { encounter: 'screening', seen: (await visitOf()).record, ...body })
const codesOf = ({ body }: Awaited<ReturnType<typeof sign>>) =>
  body.refusals?.map((each: { code: string }) => each.code) ?? []
const weighs = async (weight: string, expectedVersion: number) =>
  done(
    await coordinator.post(participant(code, '/record-form'), {
      encounter: 'screening',
      form: 'body',
      day: firstDay,
      entries: { weight: { typed: weight, unit: 'kg' } },
      reasons: { weight: 'the scale was read again' },
      expectedVersion,
    }),
  )

describe('P11-19 the components of a signature', () => {
  test('given the first signature of a session, then the name is asked for, and only the owner’s will do', async () => {
    expect((await investigator.get('/api/me')).body.signsWith).toEqual(['name', 'password'])
    expect(codesOf(await sign({ password }))).toEqual(['signerNotNamed'])
    expect(codesOf(await sign({ name: 'coordinator.north', password }))).toEqual(['nameNotYours'])
    expect(codesOf(await sign({ ...investigator.signing, password: 'not it' }))).toEqual(['passwordWrong'])
    expect((await investigator.get('/api/me')).body.signsWith).toEqual(['name', 'password'])
    expect(await visitOf()).toMatchObject({ standing: 'unsigned', signatures: [] })
  })

  test('P11-15 given both, then it is signed, and later ones of the session need the secret alone', async () => {
    done(await sign(investigator.signing))
    expect(await visitOf()).toMatchObject({
      standing: 'valid',
      signatures: [{ printedName: printedName('investigator', 'north'), meaning: 'reviewedVisit' }],
    })
    expect((await investigator.get('/api/me')).body.signsWith).toEqual(['password'])
    await weighs('81', 1)
    expect(codesOf(await sign({ password: 'not it' }))).toEqual(['passwordWrong'])
    done(await sign({ password }))
  })

  test('given a session that ended, then the next one asks for both again', async () => {
    const { accountId } = (
      await trial.pools.access.read<{ accountId: string }>(
        `select (access.session(sha256(convert_to($1, 'UTF8'))))->>'accountId' as "accountId"`,
        [investigator.token],
      )
    )[0]!
    await revokeSession(trial.pools.access, investigator.token)
    const anew = trial.with(await createSession(trial.pools.access, accountId))
    await weighs('82', 2)
    expect((await sign({ password })).status).toBe(401)
    expect(codesOf(await sign({ password }, anew))).toEqual(['signerNotNamed'])
    done(await sign({ ...investigator.signing }, anew))
    investigator = anew
  })
})

test('P11-16 EMA-13 given a signed visit, when the coordinator changes a value, then everybody is shown what voided it', async () => {
  await weighs('83', 3)
  const view = await visitOf(await trial.as('monitor'))
  expect(view).toMatchObject({
    standing: 'void',
    changed: [{ by: { role: 'coordinator' }, changes: [{ to: { en: '83 kg' }, reason: 'the scale was read again' }] }],
  })
  const page = (await coordinator.get(participant(code))).body
  expect(page.schedule.find((each: { id: string }) => each.id === 'screening').signed).toBe('void')
})

test('P11-16 given the hash of an earlier version, when it is sent again, then nothing is signed', async () => {
  const old = (await visitOf()).record
  await weighs('84', 4)
  expect(codesOf(await sign({ password, seen: old }))).toEqual(['recordChanged'])
})

test('EMA-18 given a client whose clock is wrong, then the signature bears the server’s time', async () => {
  done(await sign({ password, clientTime: '2031-01-01T00:00:00+01:00' }))
  expect((await visitOf()).signatures.at(-1).at.slice(0, 10)).toBe(firstDay)
})
