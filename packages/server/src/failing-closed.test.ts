import { randomBytes } from 'node:crypto'
import { writeListFile } from '@trialwright/conduct'
import { type StudyDefinition } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { minimisedStudy } from '@trialwright/protocol/testing/minimised'
import { readAllocationEvidence } from '@trialwright/records'
import { describe, expect, test } from 'vitest'
import { done, openStudy, participant, screened } from './testing/steps.ts'
import { type Answer, compiled, openTrial, password, study, type TestTrial } from './testing/trial.ts'

const arms = compiled.arms.map(({ id }) => id)
const oneEach = { ...compiled, randomisation: { ...compiled.randomisation, slotsPerStratum: 1 } }

/** Eligible and signed for; what comes of asking for an arm. */
async function randomise(trial: TestTrial, site: string): Promise<Answer> {
  const code = await screened(trial, {}, site)
  const investigator = await trial.as('investigator', site)
  done(await investigator.post(participant(code, '/confirm-eligibility'), { password }))
  return investigator.post(participant(code, '/randomise'))
}

/** All that a person at the site is given, but for when it was said. */
const said = ({ status, body, headers }: Answer) => {
  const { date: _, ...others } = headers
  return JSON.stringify({ status, body, headers: others })
}

const allocated = async (trial: TestTrial) => (await readAllocationEvidence(trial.adminUrl, compiled.id)).allocated

describe('R7 failing closed, over HTTP', () => {
  test('given lists used up, one with each arm last, when one more is randomised, then the answers are the same byte for byte and nobody is', async () => {
    await using trial = await openTrial({ compiled: oneEach })
    const key = randomBytes(32)
    // Whichever arm was the last to be given.
    const lists = compiled.sites.map(({ id }, index) => ({ stratum: id, arms: [arms[index]!] }))
    const file = Buffer.from(writeListFile(lists, { study: compiled.id, key })).toString('base64')
    const officer = await trial.as('randomisationOfficer')
    const sealing = { file, key: key.toString('hex') }
    done(await officer.post(`${study}/randomisation-list/import`, sealing))
    await openStudy(trial, 'sealed')
    for (const { id } of compiled.sites) done(await randomise(trial, id))
    const [north, south] = [await randomise(trial, 'north'), await randomise(trial, 'south')]
    expect(north).toMatchObject({ status: 422, body: { refusals: [{ code: 'listExhausted' }] } })
    expect(said(south)).toBe(said(north))
    expect((await allocated(trial)).map(({ arm }) => arm)).toEqual(arms)
    for (const code of ['NOR-002', 'SOU-002']) {
      const investigator = await trial.as('investigator', code.startsWith('NOR') ? 'north' : 'south')
      expect((await investigator.get(participant(code))).body.status).not.toBe('randomised')
    }
  })

  test('given the numbers of a minimisation used up, when one more is randomised, then the answer is that of a list used up', async () => {
    const minimised = compileStudy(minimisedStudy as unknown as StudyDefinition)
    await using trial = await openTrial({
      compiled: { ...minimised, randomisation: { ...minimised.randomisation, slotsPerStratum: 2 } },
    })
    await openStudy(trial)
    for (const site of ['north', 'south']) done(await randomise(trial, site))
    const [north, south] = [await randomise(trial, 'north'), await randomise(trial, 'south')]
    expect(north).toMatchObject({ status: 422, body: { refusals: [{ code: 'listExhausted' }] } })
    expect(said(south)).toBe(said(north))
    expect(await allocated(trial)).toHaveLength(2)
  })

  test('given a site of which the sealed list knows nothing, when somebody is randomised there, then it is refused and nobody is', async () => {
    await using trial = await openTrial({ compiled: oneEach })
    await openStudy(trial)
    // The list was sealed for a study without this site: as if the definition had been amended since.
    const superuser = await trial.superuser()
    for (const table of ['slot', 'stratum']) await superuser(`delete from unblinded.${table} where stratum = 'south'`)
    const answer = await randomise(trial, 'south')
    expect(answer).toMatchObject({ status: 422, body: { refusals: [{ code: 'listNotSealed' }] } })
    expect(await allocated(trial)).toEqual([])
  })

  test('given a site that is not open, when somebody is randomised there, then the answer names that and is the same whatever the next arm', async () => {
    await using trial = await openTrial({ compiled: oneEach })
    await openStudy(trial, 'sites closed')
    const [north, south] = [await randomise(trial, 'north'), await randomise(trial, 'south')]
    expect(north).toMatchObject({ status: 422, body: { refusals: [{ code: 'siteNotOpen' }] } })
    expect(said(south)).toBe(said(north))
    expect(await allocated(trial)).toEqual([])
  })
})
