import { expect, test } from 'vitest'
import { expectRefused } from '../refused.ts'
import { openSite, openTrial } from '../trial.ts'

test('P11-10 R3-26 given a trial not yet open, when a step is taken too early, then it is refused with what comes first', async () => {
  await using trial = await openTrial()
  const administrator = await trial.signIn('administrator')
  const officer = await trial.signIn('randomisationOfficer')
  await expectRefused(trial, () => administrator.send(`${trial.study}/open`), 'listNotSealed')
  await expectRefused(trial, () => trial.register(), 'studyNotOpen')

  await officer.send(`${trial.study}/randomisation-list`)
  await expectRefused(trial, () => officer.send(`${trial.study}/randomisation-list`), 'listAlreadySealed')
  await expectRefused(trial, () => trial.register(), 'studyNotOpen')

  await administrator.send(`${trial.study}/open`)
  await expectRefused(trial, () => administrator.send(`${trial.study}/open`), 'studyAlreadyOpen')
  await expectRefused(trial, () => trial.register(), 'siteNotOpen')

  await expectRefused(trial, () => administrator.send(`${trial.study}/open-site`, { site: 'ous' }), 'approvalsMissing')
  await openSite(trial, 'ous')
  await expectRefused(trial, () => administrator.send(`${trial.study}/open-site`, { site: 'atlantis' }), 'siteUnknown')
  expect((await trial.register()).code).toBe('OUS-001')
  await expectRefused(trial, () => trial.register('haukeland'), 'siteNotOpen')
})
