import { randomBytes } from 'node:crypto'
import { writeListFile } from '@trialwright/conduct'
import { type StudyDefinition } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { minimisedStudy } from '@trialwright/protocol/testing/minimised'
import { readAllocationEvidence, sealList } from '@trialwright/records'
import { describe, expect, test } from 'vitest'
import { done, openStudy, participant, screened } from './testing/steps.ts'
import { type Answer, compiled, openTrial, study, type TestTrial } from './testing/trial.ts'

const arms = compiled.arms.map(({ id }) => id)
const oneEach = { ...compiled, randomisation: { ...compiled.randomisation, slotsPerStratum: 1 } }

/** Eligible and signed for; what comes of asking for an arm. */
async function randomise(trial: TestTrial, site: string): Promise<Answer> {
  const code = await screened(trial, {}, site)
  const investigator = await trial.as('investigator', site)
  done(await investigator.post(participant(code, '/confirm-eligibility'), investigator.signing))
  return investigator.post(participant(code, '/randomise'))
}

/** All that a person at the site is given, but for when it was said. */
const said = ({ status, body, headers }: Answer) => {
  const { date: _, ...others } = headers
  return JSON.stringify({ status, body, headers: others })
}

/** A minimisation in unequal ratio can be guessed; it is signed for. */
const sealed = async (trial: TestTrial) =>
  done(await (await trial.as('randomisationOfficer')).post(`${study}/randomisation-list`, { signOff: 'Blinded' }))

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
    await sealed(trial)
    await openStudy(trial, 'sealed')
    for (const site of ['north', 'south']) done(await randomise(trial, site))
    const [north, south] = [await randomise(trial, 'north'), await randomise(trial, 'south')]
    expect(north).toMatchObject({ status: 422, body: { refusals: [{ code: 'listExhausted' }] } })
    expect(said(south)).toBe(said(north))
    expect(await allocated(trial)).toHaveLength(2)
  })

  test('given a site of which the sealed list knows nothing, when somebody is randomised there, then it is refused in words and nobody is', async () => {
    await using trial = await openTrial({ compiled: oneEach })
    // Sealed when the study had one site; the other has come since.
    await sealList(trial.pools.unblinded, {
      studyId: compiled.id,
      strata: [{ stratum: 'north', arms: [arms[0]!] }],
      commitment: 'ab'.repeat(32),
      method: 'made elsewhere',
      specification: '{}',
      actor: 'officer',
      role: 'randomisationOfficer',
      at: '2026-03-01T08:00:00.000Z',
    })
    await openStudy(trial, 'sealed')
    const answer = await randomise(trial, 'south')
    expect(answer).toMatchObject({ status: 422, body: { refusals: [{ code: 'stratumUnforeseen' }] } })
    expect(await allocated(trial)).toEqual([])
  })

  test('given a site that is not open, when somebody comes there, then registration is refused, in the same words whatever the next arm', async () => {
    await using trial = await openTrial({ compiled: oneEach })
    await openStudy(trial, 'sites closed')
    const register = async (site: string) =>
      (await trial.as('coordinator', site)).post(`${study}/participants`, { site })
    const [north, south] = [await register('north'), await register('south')]
    expect(north).toMatchObject({ status: 422, body: { refusals: [{ code: 'siteNotOpen' }] } })
    expect(said(south)).toBe(said(north))
    expect(await allocated(trial)).toEqual([])
  })
})
