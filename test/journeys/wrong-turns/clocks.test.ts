import { expect, test } from 'vitest'
import { expectRefused } from '../refused.ts'
import { eligible, openedTrial, randomised } from '../trial.ts'

/* Consent on 16 March 2026; the scan is of 10 March, so it is 28 days old on 7 April and 42 days end on 27 April. */

test('R3-25 given the two clocks of screening, when the first infusion comes a day too late, then the one that ran out is named', async () => {
  await using trial = await openedTrial()
  const inTime = await eligible(trial)
  const late = await eligible(trial)
  const never = await eligible(trial)
  const ready = await randomised(trial)

  await trial.wait(22)
  expect(await trial.today()).toBe('2026-04-07')
  await inTime.randomise()
  await trial.wait(1)
  for (const participant of [late, never])
    await expectRefused(trial, () => participant.randomise(), 'requirementNotMet', { says: 'MRI' })

  // Randomised in time, infused too late: asked again on day 0.
  await ready.attend('day0')
  const refusal = await expectRefused(trial, () => ready.request('day0'), 'requirementNotMet', { says: 'MRI' })
  expect(refusal.remedy.nb).toContain('Ta ny MR')

  const reasons = { imageDate: 'Ny undersøkelse', readDate: 'Ny undersøkelse', day: 'Ny undersøkelse' }
  for (const participant of [late, never])
    await participant.fill('mriReading', { imageDate: '2026-04-08', readDate: '2026-04-08' }, { reasons })

  await trial.wait(19)
  expect(await trial.today()).toBe('2026-04-27')
  await late.confirmEligibility()
  await late.randomise()
  await trial.wait(1)
  await never.confirmEligibility()
  await expectRefused(trial, () => never.randomise(), 'requirementNotMet', { says: 'Screening began' })
  await expectRefused(trial, () => late.visit('day0'), 'visitOutsideWindow', { says: '27.04.2026' })
  await late.visit('day0', { reason: 'Deltakeren var syk' })
  await expectRefused(trial, () => late.request('day0'), 'requirementNotMet', { says: 'Screening began' })
})
