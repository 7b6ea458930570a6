import { expect, test } from 'vitest'
import { done, openStudy, participant, randomised } from './testing/steps.ts'
import { openTrial, study } from './testing/trial.ts'

test('R3-29 given a bag left when treatment stopped, when many others stop after it, then the pharmacy lists it until it is gone', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  const pharmacist = await trial.as('unblindedPharmacist', 'north')
  const investigator = await trial.as('investigator', 'north')
  const stop = async (code: string) =>
    done(await investigator.post(participant(code, '/stop-treatment'), { reason: 'wish' }))
  const listed = async (text = '') => {
    const { rows } = (await pharmacist.get(`${study}/pharmacy${text === '' ? '' : `?q=${text}`}`)).body
    return rows.map(({ code }: { code: string }) => code)
  }

  const first = await randomised(trial)
  const { vials } = (await pharmacist.get(`${study}/pharmacy/${first}/day0`)).body
  const preparation = { encounter: 'day0', batch: 'B-17', vialsOpened: vials, secondPerson: 'Somebody Else' }
  done(await pharmacist.post(`${study}/pharmacy/${first}/record-preparation`, preparation))
  const empty = await randomised(trial)
  for (const code of [first, empty]) await stop(code)
  for (let others = 0; others < 11; others += 1) {
    trial.wait({ hours: 1 })
    await stop(await randomised(trial))
  }

  expect(await listed()).toContain(first)
  done(await pharmacist.post(`${study}/pharmacy/${first}/waste-bag`, { encounter: 'day0', reason: 'not given' }))
  expect(await listed(first.toLowerCase())).toEqual([first])
  const seen = (await (await trial.as('coordinator', 'north')).get(`${study}/participants`)).body.rows
  for (const row of seen) expect(Object.keys(row)).not.toContain('bagLeft')
}, 60_000)
