import { expect, test } from 'vitest'
import { done, eligible, openStudy, participant, screened } from './testing/steps.ts'
import { firstDay, openTrial, study } from './testing/trial.ts'

test('given an open study, when a person is screened, randomised and treated through HTTP, then every page tells it', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const code = await screened(trial)
  expect(code).toBe('NOR-001')
  const coordinator = await trial.as('coordinator', 'north')
  const investigator = await trial.as('investigator', 'north')
  const nurse = await trial.as('nurse', 'north')
  const pharmacist = await trial.as('unblindedPharmacist', 'north')

  const screening = await investigator.get(participant(code, '/screening'))
  expect(screening.body).toMatchObject({ verdict: 'eligible', toConfirm: [] })
  expect(screening.body.criteria).toHaveLength(6)

  // A signature needs the password again.
  const early = await coordinator.post(participant(code, '/randomise'))
  expect(early).toMatchObject({ status: 422, body: { refusals: [{ code: 'eligibilityNotConfirmed' }] } })
  const wrong = await investigator.post(participant(code, '/confirm-eligibility'), {
    ...investigator.signing,
    password: 'a guess',
  })
  expect(wrong).toMatchObject({ status: 422, body: { refusals: [{ code: 'passwordWrong', field: 'password' }] } })
  done(await investigator.post(participant(code, '/confirm-eligibility'), investigator.signing))
  done(await coordinator.post(participant(code, '/randomise')))

  done(await coordinator.post(participant(code, '/book-encounter'), { encounter: 'day0', day: firstDay }))
  done(await nurse.post(participant(code, '/record-visit'), { encounter: 'day0', day: firstDay }))
  const weight = { encounter: 'day0', form: 'body', day: firstDay, expectedVersion: 0, entries: eligible['body'] }
  done(await nurse.post(participant(code, '/record-form'), weight))
  done(await nurse.post(participant(code, '/request-preparation'), { encounter: 'day0' }))

  expect((await pharmacist.get(`${study}/pharmacy`)).body.rows).toMatchObject([
    { code, encounter: 'day0', state: 'requested' },
  ])
  const order = await pharmacist.get(`${study}/pharmacy/${code}/day0`)
  expect(order.body).toMatchObject({ weight: 80, bagVolume: 250, toRecordPreparation: [] })
  expect(['active', 'placebo']).toContain(order.body.arm.id)
  const preparation = { encounter: 'day0', batch: 'B-17', vialsOpened: order.body.vials, secondPerson: 'Somebody Else' }
  done(await pharmacist.post(`${study}/pharmacy/${code}/record-preparation`, preparation))
  done(await pharmacist.post(`${study}/pharmacy/${code}/hand-over`, { encounter: 'day0' }))
  const { label } = (await pharmacist.get(`${study}/pharmacy/${code}/day0`)).body

  trial.wait({ hours: 4 })
  done(await nurse.post(participant(code, '/start-infusion'), { encounter: 'day0', label, time: '09:05' }))
  const vitals = { temperature: '36.9', pulse: '72', systolic: '124', diastolic: '80', saturation: '98' }
  done(await nurse.post(participant(code, '/record-observation'), { encounter: 'day0', time: '09:20', vitals }))
  done(
    await nurse.post(participant(code, '/interrupt-infusion'), { encounter: 'day0', time: '09:30', reason: 'Itching' }),
  )
  const reaction = { encounter: 'day0', time: '09:31', grade: 1, signs: 'Itching', action: 'Paused for ten minutes' }
  done(await nurse.post(participant(code, '/record-reaction'), reaction))
  done(await nurse.post(participant(code, '/resume-infusion'), { encounter: 'day0', time: '09:40', reason: 'Gone' }))
  done(await nurse.post(participant(code, '/end-infusion'), { encounter: 'day0', time: '11:20', volumeGiven: '250' }))

  const page = (await coordinator.get(participant(code))).body
  expect(page).toMatchObject({ code, status: 'onTreatment', randomised: { number: `R-${code}` } })
  expect(page.treatment.infusions).toMatchObject([
    { encounter: 'day0', status: 'ended', label, reactions: [{ grade: 1 }] },
  ])
  expect(JSON.stringify(page)).not.toContain('"arm')
  const form = await nurse.get(participant(code, '/forms/day0/body'))
  expect(form.body).toMatchObject({ version: 1, day: firstDay })
  const history = await coordinator.get(participant(code, '/history'))
  expect(history.body.rows[0]).toMatchObject({ type: 'InfusionEnded', by: { role: 'nurse' } })
  expect((await coordinator.get(`${study}/participants?status=onTreatment`)).body.rows).toMatchObject([
    { code, infusions: { given: 1 } },
  ])
  expect((await coordinator.get(`${study}/overview`)).body).toMatchObject({
    randomised: 1,
    flow: { startedTreatment: 1 },
  })
  const visitor = await trial.nobody.get(`/api/public/studies/small`)
  expect(visitor.body).toMatchObject({
    open: true,
    recruitment: { randomised: 1 },
    commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(
    (await (await trial.as('randomisationOfficer')).get(`${study}/randomisation-list`)).body.strata,
  ).toContainEqual(expect.objectContaining({ stratum: 'north', taken: 1 }))
  const head = await (await trial.as('monitor')).get(`${study}/audit/checkpoint`)
  expect(head.body).toMatchObject({ log: 'open', root: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(trial.errors).toEqual([])
})

test('P11-10 given steps out of order, when they are asked for, then each is refused with reason and remedy in both languages', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const coordinator = await trial.as('coordinator', 'north')
  const nurse = await trial.as('nurse', 'north')
  const registered = (await coordinator.post(`${study}/participants`, { site: 'north' })).body.code as string
  const tries = [
    coordinator.post(participant(registered, '/record-visit'), { encounter: 'screening', day: firstDay }),
    coordinator.post(participant(registered, '/randomise')),
    nurse.post(participant(registered, '/request-preparation'), { encounter: 'day0' }),
    nurse.post(participant(registered, '/start-infusion'), { encounter: 'day0', label: 'K7Q2M4XD-9', time: '09:00' }),
    nurse.post(participant(registered, '/record-form'), {
      encounter: 'screening',
      form: 'person',
      day: '2026-02-30',
      entries: {},
      expectedVersion: 0,
    }),
  ]
  for (const answer of await Promise.all(tries)) {
    expect(answer.status).toBe(422)
    expect(answer.body.refusals.length).toBeGreaterThan(0)
    for (const { reason, remedy } of answer.body.refusals)
      expect(
        [reason.en, reason.nb, remedy.en, remedy.nb].every((text) => typeof text === 'string' && text !== ''),
      ).toBe(true)
  }
})
