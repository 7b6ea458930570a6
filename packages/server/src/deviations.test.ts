import { expect, test } from 'vitest'
import { done, openStudy, participant, screened } from './testing/steps.ts'
import { firstDay, openTrial, study } from './testing/trial.ts'

test('given a criterion turned after randomisation, then the list, the participant and the file tell it, and it is judged', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const code = await screened(trial)
  const coordinator = await trial.as('coordinator', 'north')
  const investigator = await trial.as('investigator', 'north')
  const dataManager = await trial.as('dataManager')
  done(await investigator.post(participant(code, '/confirm-eligibility'), investigator.signing))
  done(await coordinator.post(participant(code, '/randomise')))
  done(
    await coordinator.post(participant(code, '/record-form'), {
      encounter: 'screening',
      form: 'pain',
      day: firstDay,
      expectedVersion: 1,
      entries: { duration: { typed: '3', unit: 'mo' } },
      reasons: { duration: '=typed wrongly' },
    }),
  )
  const { rows } = (await dataManager.get(`${study}/deviations`)).body
  expect(rows).toMatchObject([{ code, key: 'eligibility/IN02', rule: 'eligibility' }])
  const judge = { key: 'eligibility/IN02', important: true, effect: 'perProtocol', note: '=HYPERLINK("x")' }
  done(await dataManager.post(participant(code, '/classify-deviation'), judge))
  expect((await coordinator.get(participant(code, '/deviations'))).body.rows).toMatchObject([
    { key: 'eligibility/IN02', classified: { important: true } },
  ])
  expect((await dataManager.get(`${study}/deviations?state=toClassify`)).body.rows).toEqual([])
  const file = await dataManager.post(`${study}/deviations/table`, { language: 'nb', rule: 'eligibility' })
  expect(file.status).toBe(200)
  const log = (await dataManager.get(`${study}/audit/access?of=data`)).body.rows
  expect(log.map(({ what }: { what: { en: string } }) => what.en)).toContain(
    'Export made: deviations (CSV), rule eligibility',
  )
  expect(String(file.body)).toContain(`"'=HYPERLINK(""x"")"`)
  expect(String(file.body)).toContain('Randomisert, men oppfyller ikke kravene')
  const elsewhere = await trial.as('coordinator', 'south')
  expect((await elsewhere.get(`${study}/deviations`)).body.rows).toEqual([])
  expect((await elsewhere.get(`${study}/deviations?site=north`)).status).toBe(403)
})
