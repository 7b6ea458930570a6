import { describe, expect, test } from 'vitest'
import { initialStudy } from '../study/state.ts'
import {
  confirmed,
  consented,
  infused,
  newTrial,
  openState,
  randomised,
  registered,
  running,
  screened,
} from '../testing/trial.ts'

const register = { type: 'registerParticipant', site: 'north', code: 'NOR-001' } as const
const sign = (version: string, day: string) => ({ type: 'recordConsent', version, day }) as const
const withdraw = (scope: 'treatment' | 'everything', day = '2026-09-01') =>
  ({ type: 'withdrawConsent', scope, day, reason: '' }) as const

describe('registering', () => {
  test('given an open site, the participant has a code and no consent', () => {
    const trial = registered()
    expect(trial.state.consent).toMatchObject({ code: 'NOR-001', site: 'north', given: [] })
  })

  test('refused while the study or the site is not open', () => {
    const closed = newTrial()
    closed.studyState = initialStudy
    expect(closed.codes(register)).toEqual(['studyNotOpen'])
    const elsewhere = newTrial()
    elsewhere.studyState = { ...openState, sites: {} }
    expect(elsewhere.codes(register)).toEqual(['siteNotOpen'])
  })

  test('refused for an unknown site, another site’s staff, a code out of form', () => {
    expect(newTrial().codes({ ...register, site: 'west' })).toEqual(['siteUnknown'])
    expect(newTrial().codes(register, 'investigator', 'south')).toEqual(['otherSite'])
    expect(newTrial().codes({ ...register, code: 'kari' })).toEqual(['codeInvalid'])
  })

  test('R3-28: refused for every role it is not given to', () => {
    expect(newTrial().codes(register, 'monitor', null)).toEqual(['roleMayNot'])
    expect(newTrial().codes(register, 'coordinator', null)).toEqual([])
  })
})

describe('consent', () => {
  test('today and earlier, to the version in force on that day', () => {
    expect(registered().codes(sign('v1', '2026-09-01'))).toEqual([])
    expect(registered().codes(sign('v1', '2026-01-01'))).toEqual([])
  })

  test.each([
    ['2026-09-02', 'v1', 'dayInFuture'],
    ['2026-02-30', 'v1', 'dateInvalid'],
    ['01.09.2026', 'v1', 'dateInvalid'],
    ['2026-09-01', 'v9', 'consentVersionUnknown'],
    ['2026-09-01', 'v2', 'consentVersionNotInForce'],
    ['2025-12-31', 'v1', 'noConsentInForce'],
  ])('on %s to %s: %s', (day, version, code) => {
    expect(registered().codes(sign(version, day))).toEqual([code])
  })

  test('to the same version twice is refused', () => {
    expect(consented().codes(sign('v1', '2026-09-01'))).toEqual(['consentAlreadyGiven'])
  })

  test('given a newer version in force, randomisation waits for it', () => {
    const trial = newTrial('2026-12-20')
    trial.does(register)
    trial.does(sign('v1', '2026-12-20'))
    trial.today = '2027-01-01'
    expect(trial.codes({ type: 'randomise' })).toEqual(['consentOutdated'])
    trial.does(sign('v2', '2027-01-01'))
    expect(trial.codes({ type: 'randomise' })).not.toContain('consentOutdated')
  })

  test('P11-10: after a screen failure a newer version is signed only once screening has begun anew', () => {
    const trial = consented(newTrial('2026-12-20'))
    trial.does({ type: 'recordScreenFailure', note: 'no time' })
    trial.today = '2027-01-01'
    expect(trial.codes(sign('v2', '2027-01-01'))).toEqual(['alreadyScreenFailed'])
    trial.does({ type: 'startRescreening', reason: 'has time now' })
    expect(trial.codes(sign('v2', '2027-01-01'))).toEqual([])
  })

  test('signing again does not move the clocks that count from consent', () => {
    const trial = newTrial('2026-12-20')
    trial.does(register)
    trial.does(sign('v1', '2026-12-20'))
    trial.today = '2027-01-05'
    trial.does(sign('v2', '2027-01-05'))
    expect(trial.codes({ type: 'recordVisit', encounter: 'screening', day: '2026-12-19' })).toEqual([
      'dayBeforeConsent',
    ])
    expect(trial.codes({ type: 'recordVisit', encounter: 'screening', day: '2026-12-20' })).toEqual([])
  })
})

describe('withdrawal', () => {
  test('needs no reason and ends new data, but a value recorded may be corrected', () => {
    const trial = screened()
    trial.does(withdraw('everything'))
    expect(trial.codes({ type: 'recordVisit', encounter: 'day0', day: '2026-09-01' })).toEqual(['consentWithdrawn'])
    const correction = {
      type: 'recordForm',
      encounter: 'screening',
      form: 'pain',
      day: '2026-09-01',
      expectedVersion: 1,
    } as const
    const score = { entries: { score: { typed: '7', unit: '{score}' } }, reasons: { score: 'misread' } }
    const since = { entries: { since: { typed: '2020' } } }
    expect(trial.codes({ ...correction, ...since })).toEqual(['consentWithdrawn'])
    expect(trial.codes({ ...correction, ...score })).toEqual([])
  })

  test('refused before consent, twice, before the consent’s day, in the future', () => {
    expect(registered().codes(withdraw('everything'))).toEqual(['consentMissing'])
    const trial = consented()
    expect(trial.codes(withdraw('everything', '2026-08-31'))).toEqual(['dayBeforeConsent'])
    expect(trial.codes(withdraw('everything', '2026-09-02'))).toEqual(['dayInFuture'])
    trial.does(withdraw('everything'))
    expect(trial.codes(withdraw('everything'))).toEqual(['consentWithdrawn'])
  })

  test('of treatment: stops it, and follow-up goes on', () => {
    expect(confirmed().codes(withdraw('treatment'))).toEqual(['notRandomised'])
    const trial = infused(randomised(), 'day0')
    trial.does(withdraw('treatment'))
    expect(trial.state.treatment.stopped).toMatchObject({ rule: 'withdrawal' })
    trial.today = '2026-09-15'
    trial.does({ type: 'recordVisit', encounter: 'day14', day: '2026-09-15' })
    expect(trial.codes({ type: 'requestPreparation', encounter: 'day14' })).toEqual(['consentWithdrawnForTreatment'])
    expect(trial.codes(withdraw('treatment'))).toEqual(['consentWithdrawnForTreatment'])
    expect(trial.codes({ ...withdraw('everything'), day: '2026-09-15' })).toEqual([])
  })

  test('while an infusion runs: it is ended and a reaction is recorded all the same', () => {
    const trial = running(randomised(), 'day0')
    trial.does(withdraw('everything'))
    const reaction = { encounter: 'day0', time: '11:20', grade: 2, signs: 'rash', action: 'stopped' }
    expect(trial.codes({ type: 'recordReaction', ...reaction })).toEqual([])
    expect(
      trial.codes({ type: 'endInfusion', encounter: 'day0', time: '11:25', volumeGiven: '40', reason: 'withdrew' }),
    ).toEqual([])
  })
})
