import { randomUUID } from 'node:crypto'
import { commitmentOf, verifyAllocations } from '@trialwright/conduct'
import { readAllocationEvidence } from '@trialwright/records'
import { expect, test } from 'vitest'
import { openStudy, randomised } from './testing/steps.ts'
import { compiled, openTrial, study } from './testing/trial.ts'

const sites = compiled.sites.map((site) => ({ ...site, target: 12 }))
const guessable = { ...compiled, sites, randomisation: { ...compiled.randomisation, blocks: [4] } }

test('given blocks that can be guessed, when sealed, then refused in both languages; with a sign-off it is sealed, and the open log does not tell', async () => {
  await using trial = await openTrial({ compiled: guessable })
  const officer = await trial.as('randomisationOfficer')
  const refused = await officer.post(`${study}/randomisation-list`)
  expect(refused).toMatchObject({ status: 422, body: { refusals: [{ code: 'schemeGuessable', field: 'signOff' }] } })
  expect((await officer.get(`${study}/randomisation-list`)).body).toEqual({ strata: [] })
  const signed = await officer.post(`${study}/randomisation-list`, { signOff: 'Nobody at a site sees an arm' })
  expect(signed.status).toBe(201)
  const history = JSON.stringify((await trial.nobody.get(`/api/public/studies/small`)).body)
  expect(history).toContain('commitment')
  expect(history).not.toMatch(/Nobody at a site|signOff/)
  const evidence = await readAllocationEvidence(trial.adminUrl, compiled.id)
  expect(evidence.revealed).toMatchObject({ signOff: 'Nobody at a site sees an arm' })
  expect(verifyAllocations(evidence)).toEqual([])
})

test('RND-03 given a list drawn by the server and somebody randomised through HTTP, when worked out again, then all agree', async () => {
  await using trial = await openTrial()
  await openStudy(trial)
  await randomised(trial)
  const evidence = await readAllocationEvidence(trial.adminUrl, compiled.id)
  expect(evidence.allocated).toHaveLength(1)
  expect(verifyAllocations(evidence)).toEqual([])
  const { list } = evidence.revealed as { list: Parameters<typeof commitmentOf>[0] }
  expect(evidence.published).toBe(commitmentOf(list))
})

test('given sealing whose answer was lost, when it is sent again under its key, then it is answered as the first time', async () => {
  await using trial = await openTrial()
  const officer = await trial.as('randomisationOfficer')
  const key = randomUUID()
  const first = await officer.post(`${study}/randomisation-list`, {}, key)
  expect(first.status).toBe(201)
  expect(await officer.post(`${study}/randomisation-list`, {}, key)).toMatchObject({
    status: 200,
    body: first.body,
  })
  const other = await officer.post(`${study}/randomisation-list`, {})
  expect(other).toMatchObject({ status: 422, body: { refusals: [{ code: 'listAlreadySealed' }] } })
})
