import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Participant } from '../participant.ts'
import { personAt } from '../person.ts'
import { expectRefused } from '../refused.ts'
import { eligible, openedTrial, randomised, type Trial } from '../trial.ts'

describe('who asks', () => {
  let trial: Trial
  let participant: Participant
  beforeAll(async () => {
    trial = await openedTrial()
    participant = await eligible(trial)
  })
  afterAll(() => trial[Symbol.asyncDispose]())

  test('P11-05 given nobody, a false cookie or an ended session, when a step is asked for, then signing in comes first', async () => {
    const { address } = trial.server
    const leaver = await trial.signIn('monitor')
    await leaver.send('/api/sign-out')
    for (const person of [
      trial.stranger,
      personAt(address, 'a thief', `trialwright-session=${'A'.repeat(43)}`),
      leaver,
    ])
      await expectRefused(trial, () => participant.by(person).randomise(), 'notSignedIn', { status: 401 })
  })

  test('P11-11 R3-28 given the wrong role, when a step is asked for, then it is refused', async () => {
    const nurse = participant.by(await trial.signIn('nurse'))
    const coordinator = participant.by(await trial.signIn('coordinator'))
    const pharmacist = participant.by(await trial.signIn('unblindedPharmacist'))
    const monitor = participant.by(await trial.signIn('dataManager'))
    for (const step of [
      () => nurse.randomise(),
      () => nurse.confirmEligibility(),
      () => coordinator.confirmEligibility(),
      () => coordinator.start('day0', 'ABCDEFGH-1'),
      () => coordinator.stop('Nei'),
      () => coordinator.handOver('day0'),
      () => pharmacist.randomise(),
      () => pharmacist.fill('vitals', { temperature: 36.8 }),
      () => monitor.fill('vitals', { temperature: 36.8 }),
      () => monitor.consent(),
    ])
      await expectRefused(trial, step, 'roleMissing', { status: 403 })
    await expectRefused(trial, () => nurse.fill('investigatorJudgement', { cancerRisk: 'no' }), 'formNotForRole')
  })

  test('R3-11 R3-28 given either side of the blind, when it reads the other’s page, then it is refused', async () => {
    const pharmacist = await trial.signIn('unblindedPharmacist')
    const investigator = await trial.signIn('investigator')
    const paths = {
      pharmacist: ['', '/screening', '/history', '/forms/screening/vitals'].map(
        (rest) => `${trial.study}/participants/${participant.code}${rest}`,
      ),
      investigator: [
        `${trial.study}/pharmacy`,
        `${trial.study}/pharmacy/${participant.code}/day0`,
        `${trial.study}/randomisation-list`,
      ],
    }
    for (const path of paths.pharmacist)
      await expectRefused(trial, () => pharmacist.read(path), 'roleMissing', { status: 403 })
    for (const path of paths.investigator)
      await expectRefused(trial, () => investigator.read(path), 'roleMissing', { status: 403 })
  })

  test('R3-28 given another site, when a step or a page is asked for, then it is refused', async () => {
    const elsewhere = await trial.signIn('coordinator', 'haukeland')
    const foreign = participant.by(elsewhere)
    for (const step of [
      () => foreign.randomise(),
      () => foreign.fill('vitals', { temperature: 36.8 }),
      () => foreign.withdraw('everything'),
      () => elsewhere.read(`${trial.study}/participants/${participant.code}`),
      () => elsewhere.read(`${trial.study}/participants?site=ous`),
      () => elsewhere.send(`${trial.study}/participants`, { site: 'ous' }),
    ])
      await expectRefused(trial, step, 'otherSite', { status: 403 })
    const pharmacist = participant.by(await trial.signIn('unblindedPharmacist', 'haukeland'))
    await expectRefused(trial, () => pharmacist.handOver('day0'), 'otherSite', { status: 403 })
    expect((await elsewhere.read(`${trial.study}/participants`)).rows).toEqual([])
  })

  test('given no such participant, study or page, when asked for, then it is not found', async () => {
    const coordinator = await trial.signIn('coordinator')
    const find = (path: string) => () => coordinator.read(path)
    await expectRefused(trial, find(`${trial.study}/participants/OUS-999`), 'participantUnknown', { status: 404 })
    await expectRefused(trial, find('/api/studies/another/participants'), 'notFound', { status: 404 })
    await expectRefused(
      trial,
      find(`${trial.study}/participants/${participant.code}/forms/day0/odontology`),
      'notFound',
      {
        status: 404,
      },
    )
  })

  test('P11-08 R3-01 R3-19 given two people at one form, when the second saves what has changed since, then the newer values are shown first', async () => {
    const both = await randomised(trial)
    const reasons = { weight: 'Vekten var feil avlest' }
    await both.fill('vitals', { weight: 76 }, { reasons })
    const stale = { expectedVersion: 1, reasons: { weight: 'Vekten var feil avlest' } }
    await expectRefused(trial, () => both.fill('vitals', { weight: 77 }, stale), 'formChanged')
    await expectRefused(
      trial,
      () => both.fill('vitals', { weight: 77 }, { expectedVersion: 2 }),
      'correctionNeedsReason',
    )
    const blank = { expectedVersion: 2, reasons: { weight: ' ' } }
    await expectRefused(trial, () => both.fill('vitals', { weight: 77 }, blank), 'correctionNeedsReason')
    await expectRefused(trial, () => both.fill('vitals', { weight: 76 }, { expectedVersion: 2 }), 'nothingToRecord')
    const light = { expectedVersion: 2, reasons }
    await expectRefused(trial, () => both.fill('vitals', { weight: 40 }, light), 'unusualNotConfirmed')
    await both.fill('vitals', { weight: 40 }, { ...light, confirmed: ['weight'] })
    const { items } = await both.page('nurse', '/forms/screening/vitals')
    const { history } = items.find(({ item }: { item: string }) => item === 'weight')
    expect(history.map(({ shown }: { shown: { nb: string } }) => shown.nb)).toEqual(['75 kg', '76 kg', '40 kg'])
  })

  test('GD-02 given a person registered before, when registered again at another site, then the person is known, but not where', async () => {
    const kari = { name: 'Kari Hemmelig-Eksempel', birthDate: '1981-02-03' }
    const { code } = await trial.register('ous', kari)
    const refusal = await expectRefused(trial, () => trial.register('haukeland', kari), 'personKnown')
    expect(JSON.stringify(refusal)).not.toMatch(new RegExp(`${code}|ous|Ullevål`))
    const unborn = { name: 'Per Hemmelig-Eksempel', birthDate: '1981-02-30' }
    await expectRefused(trial, () => trial.register('ous', unborn), 'dateInvalid', { field: 'identity.birthDate' })
  })

  test('R3-11 given a form that would tell the arm, when a blinded nurse fills it in, then there is no such form', async () => {
    const nurse = await trial.signIn('nurse')
    const body = {
      encounter: 'day0',
      form: 'drugLevel',
      day: await trial.today(),
      entries: { antibodies: { typed: 'none' } },
      expectedVersion: 0,
    }
    const fill = () => nurse.send(`${trial.study}/participants/${participant.code}/record-form`, body)
    await expectRefused(trial, fill, 'formUnknown', { field: 'form' })
  })

  test('D8 given a key used before, when it comes with another body or another command, then it is refused', async () => {
    const coordinator = await trial.signIn('coordinator')
    const key = randomUUID()
    const path = `${trial.study}/participants/${participant.code}/book-encounter`
    const book = (day: string) => coordinator.ask('POST', path, { encounter: 'day0', day }, key)
    const first = await book('2026-03-20')
    const again = await book('2026-03-20')
    const other = await book('2026-03-21')
    expect([first.status, again.status, other.status]).toEqual([201, 200, 409])
    expect(again.text).toBe(first.text)
    expect(other.body.refusals[0].code).toBe('keyReused')
    const { booked } = await participant.encounter('day0')
    expect(booked).toBe('2026-03-20')
  })
})
