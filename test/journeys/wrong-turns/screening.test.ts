import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectRefused } from '../refused.ts'
import { eligible, openedTrial, randomised, type Trial } from '../trial.ts'

describe('until randomisation', () => {
  let trial: Trial
  beforeAll(async () => {
    trial = await openedTrial()
  })
  afterAll(() => trial[Symbol.asyncDispose]())

  test('P11-10 given no consent, when anything else is done, then it is refused', async () => {
    const participant = await trial.register()
    const steps = [
      () => participant.fill('vitals', { temperature: 36.8 }),
      () => participant.visit('screening'),
      () => participant.confirmEligibility(),
      () => participant.randomise(),
      () => participant.request('day0'),
      () => participant.withdraw('everything'),
    ]
    for (const step of steps) await expectRefused(trial, step, 'consentMissing')
  })

  test('given a consent to another version, of no version, of another day, when recorded, then it is refused', async () => {
    const participant = await trial.register()
    await expectRefused(trial, () => participant.consent('1.0'), 'consentVersionNotInForce', { says: '1.1' })
    await expectRefused(trial, () => participant.consent('9'), 'consentVersionUnknown', { field: 'version' })
    await expectRefused(trial, () => participant.consent('1.1', '2026-03-17'), 'dayInFuture', { field: 'day' })
    await expectRefused(trial, () => participant.consent('1.0', '2018-10-31'), 'noConsentInForce')
    await expectRefused(trial, () => participant.consent('1.1', '2018-11-30'), 'consentVersionNotInForce')
    await participant.consent()
    await expectRefused(trial, () => participant.consent(), 'consentAlreadyGiven')
    await expectRefused(trial, () => participant.visit('screening', { day: '2026-03-15' }), 'dayBeforeConsent', {
      says: '16.03.2026',
    })
  })

  test('given a consent to a version that is no longer in force, when randomised, then the version in force is asked for', async () => {
    const participant = await trial.register()
    await participant.consent('1.0', '2018-11-30')
    await expectRefused(trial, () => participant.randomise(), 'consentOutdated', { says: '1.1' })
  })

  test('P11-10 P11-19 given eligibility nobody signed, when randomised or signed without the right password, then it is refused', async () => {
    const participant = await trial.register()
    await participant.consent()
    await participant.screen()
    await expectRefused(trial, () => participant.randomise(), 'eligibilityNotConfirmed')
    await expectRefused(trial, () => participant.confirmEligibility('not my password'), 'passwordWrong', {
      field: 'password',
    })
    await participant.confirmEligibility()
    await expectRefused(trial, () => participant.confirmEligibility(), 'eligibilityAlreadyConfirmed')
    await participant.randomise()
  })

  test('P11-10 given one unknown left, when signed, then the criterion that waits is named', async () => {
    const participant = await trial.register()
    await participant.consent()
    await participant.screen({ tuberculosis: { igra: undefined } })
    await expectRefused(trial, () => participant.confirmEligibility(), 'eligibilityUndecided', { says: 'EX14' })
    const { nextQuestions } = await participant.page('coordinator', '/screening')
    expect(nextQuestions[0]).toMatchObject({ form: 'tuberculosis', item: 'igra' })
  })

  test('given a criterion that fails, when signed, then it is named; after the screen failure nothing goes on until screening starts anew', async () => {
    const participant = await trial.register()
    await participant.consent()
    await participant.screen({ laboratory: { alat: 46 } })
    await expectRefused(trial, () => participant.confirmEligibility(), 'notEligible', { says: 'EX18' })
    await participant.command('coordinator', 'record-screen-failure', { note: '' })
    await expectRefused(trial, () => participant.randomise(), 'alreadyScreenFailed')
    await expectRefused(trial, () => participant.visit('day0'), 'alreadyScreenFailed')
    await participant.command('coordinator', 'start-rescreening', { reason: 'ALAT var for høy etter trening' })
    await expectRefused(trial, () => participant.confirmEligibility(), 'eligibilityUndecided', { says: 'EX18' })
    await participant.consent()
    await participant.screen()
    await participant.confirmEligibility()
    await participant.randomise()
  })

  test('given no criterion failed, when a screen failure has no reason, then one is asked for', async () => {
    const participant = await eligible(trial)
    const fail = (note: string) => () => participant.command('coordinator', 'record-screen-failure', { note })
    await expectRefused(trial, fail(' '), 'screenFailureUnexplained', { field: 'note' })
  })

  test('R3-25 given a value changed after the signature, when randomised, then today’s values decide', async () => {
    const participant = await eligible(trial)
    const reasons = { igra: 'Prøven var byttet om' }
    await participant.fill('tuberculosis', { igra: { absent: 'notKnown' } }, { reasons })
    await expectRefused(trial, () => participant.randomise(), 'eligibilityUndecided', { says: 'EX14' })
    await participant.fill('tuberculosis', { igra: 'positive' }, { reasons })
    await expectRefused(trial, () => participant.randomise(), 'notEligible', { says: 'EX14' })
  })

  test('RND-01 P11-10 given a randomised participant, when randomised again or screened on, then it is refused', async () => {
    const participant = await randomised(trial)
    await expectRefused(trial, () => participant.randomise(), 'alreadyRandomised')
    await expectRefused(trial, () => participant.confirmEligibility(), 'alreadyRandomised')
    const failure = () => participant.command('investigator', 'record-screen-failure', { note: 'for sent' })
    await expectRefused(trial, failure, 'alreadyRandomised')
  })
})
