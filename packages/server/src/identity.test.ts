import { randomUUID } from 'node:crypto'
import { getIdentity, loadAll } from '@trialwright/records'
import { expect, test } from 'vitest'
import { done, openStudy } from './testing/steps.ts'
import { openTrial, study } from './testing/trial.ts'

const kari = { name: 'Kari Eksempel', birthDate: '1980-05-17', phone: '+47 900 00 000' }

test('GD-01 given a name with a registration, when it is stored, then the vault has it and the study side has not a letter of it', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const coordinator = await trial.as('coordinator', 'north')
  const key = randomUUID()
  const { code } = done(await coordinator.post(`${study}/participants`, { site: 'north', identity: kari }, key)).body
  const again = await coordinator.post(`${study}/participants`, { site: 'north', identity: kari }, key)
  expect(again).toMatchObject({ status: 200, body: { code } })
  const { vault } = trial.ports
  if (!vault) throw new Error('the test trial has a vault')
  expect(await getIdentity(vault, 'small', code, { actor: 'x', role: 'coordinator', purpose: 'test' })).toEqual(kari)
  const stored = JSON.stringify(await loadAll(trial.pools.blinded, 'small'))
  expect(stored).toContain(code)
  for (const part of ['Kari', 'Eksempel', '900 00', '1980-05-17']) expect(stored).not.toContain(part)
})

test('given a person registered, when somebody alike comes at another site, then it is asked without saying where', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const register = async (site: string, identity: object) =>
    (await trial.as('coordinator', site)).post(`${study}/participants`, { site, identity })
  done(await register('north', kari))
  const second = await register('south', { ...kari, name: 'kari  EKSEMPEL' })
  expect(second).toMatchObject({ status: 422, body: { refusals: [{ code: 'personKnown', field: 'identity' }] } })
  expect(JSON.stringify(second.body)).not.toMatch(/north|NOR-/i)
  done(await register('south', { ...kari, anotherPerson: true }))
})

test('given a birth date that does not exist, when it is sent, then it is refused', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const coordinator = await trial.as('coordinator', 'north')
  const answer = await coordinator.post(`${study}/participants`, {
    site: 'north',
    identity: { ...kari, birthDate: '1980-02-30' },
  })
  expect(answer).toMatchObject({
    status: 422,
    body: { refusals: [{ code: 'dateInvalid', field: 'identity.birthDate' }] },
  })
})
