import { minimisationOf, minimise, verifyAllocations, type SealedNumbers } from '@trialwright/conduct'
import { loadStudy } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import type { StudyDefinition } from '@trialwright/protocol'
import { minimisedStudy } from '@trialwright/protocol/testing/minimised'
import { readAllocationEvidence } from '@trialwright/records'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { done, eligible, openStudy, participant, screened } from './testing/steps.ts'
import { type Answer, openTrial, study, type TestTrial } from './testing/trial.ts'

const compiled = compileStudy(minimisedStudy as unknown as StudyDefinition)
const typed = (text: string, unit?: string) => ({ typed: text, ...(unit && { unit }) })

/** What decides the levels, filled in anew over what everybody answers. */
const people = [
  { usual: '7', sex: 'male' },
  { usual: '5', sex: 'female' },
  { usual: '9', sex: 'male' },
  { usual: '6', sex: 'male' },
] as const

describe('a study randomised by minimisation', () => {
  let trial: TestTrial
  let unsigned: Answer
  const codes: string[] = []
  beforeAll(async () => {
    trial = await openTrial({ compiled })
    const officer = await trial.as('randomisationOfficer')
    unsigned = await officer.post(`${study}/randomisation-list`)
    done(await officer.post(`${study}/randomisation-list`, { signOff: 'Nobody at a site learns an arm' }))
    await openStudy(trial, 'sealed')
  }, 120_000)
  afterAll(() => trial[Symbol.asyncDispose]())

  const randomise = async (code: string) => {
    const investigator = await trial.as('investigator', 'north')
    done(await investigator.post(participant(code, '/confirm-eligibility'), investigator.signing))
    return investigator.post(participant(code, '/randomise'))
  }
  const answering = (person: (typeof people)[number]) => ({
    person: { ...eligible['person'], sex: typed(person.sex) },
    pain: { ...eligible['pain'], usual: typed(person.usual, '{score}') },
  })

  test('R10 given two to one, which alone can be guessed, when sealed without a sign-off, then it is refused', () => {
    expect(unsigned).toMatchObject({ status: 422, body: { refusals: [{ code: 'schemeGuessable' }] } })
  })

  test('RND-03 given people of different levels, when they are randomised through HTTP, then every arm follows from the sealed numbers', async () => {
    for (const person of people) {
      const code = await screened(trial, answering(person))
      done(await randomise(code))
      codes.push(code)
    }
    const evidence = await readAllocationEvidence(trial.adminUrl, compiled.id)
    const profiles = evidence.randomised.map(({ levels }) => levels!)
    expect(profiles).toEqual(
      people.map(({ usual, sex }) => ({ site: 'north', sex, pain: Number(usual) < 7 ? 'low' : 'high', trial: 'all' })),
    )
    const { list } = evidence.revealed as { list: SealedNumbers }
    expect(evidence.allocated.map(({ arm }) => arm)).toEqual(
      minimise(minimisationOf(loadStudy(compiled))!, list.numbers, profiles),
    )
    expect(verifyAllocations(evidence)).toEqual([])
  })

  test('R8 given a level corrected after randomisation, then the arm stands and later arms follow from what was known then', async () => {
    const nurse = await trial.as('nurse', 'north')
    const form = (await nurse.get(participant(codes[0]!, '/forms/screening/pain'))).body
    done(
      await nurse.post(participant(codes[0]!, '/record-form'), {
        encounter: 'screening',
        form: 'pain',
        day: '2026-03-02',
        entries: { usual: typed('6', '{score}') },
        reasons: { usual: 'typed wrongly' },
        expectedVersion: form.version,
      }),
    )
    const code = await screened(trial, answering(people[1]))
    done(await randomise(code))
    const evidence = await readAllocationEvidence(trial.adminUrl, compiled.id)
    expect(evidence.randomised[0]?.levels).toMatchObject({ pain: 'high' })
    expect(verifyAllocations(evidence)).toEqual([])
  })

  test('RND-04 R3-10 given a blinded role, when definition, participant and history are read, then neither numbers, weights nor probability stand there', async () => {
    for (const role of ['coordinator', 'monitor', 'statistician', 'inspector'] as const) {
      const { body } = await (await trial.as(role, role === 'coordinator' ? 'north' : undefined)).get(
        `${study}/definition`,
      )
      expect(body.definition.randomisation).toEqual({ ratio: { active: 2, placebo: 1 }, stratifyBy: [] })
    }
    const monitor = await trial.as('monitor')
    for (const rest of ['', '/history', '/screening'])
      expect(JSON.stringify((await monitor.get(participant(codes[0]!, rest))).body)).not.toMatch(
        /weight":|probability|"numbers"/,
      )
  })

  test('given a list made elsewhere, when it is sent, then it is refused: there is no list', async () => {
    const officer = await trial.as('randomisationOfficer')
    const sent = { file: 'AA==', key: 'ab'.repeat(32) }
    expect(await officer.post(`${study}/randomisation-list/import`, sent)).toMatchObject({
      status: 422,
      body: { refusals: [{ code: 'listForMinimisation' }] },
    })
    expect((await officer.post(`${study}/randomisation-list/preview`, sent)).body).toMatchObject({
      refusals: [{ code: 'listForMinimisation' }],
    })
  })

  test('R10 given the officer, when the report is read, then the study’s own minimisation stands first', async () => {
    const officer = await trial.as('randomisationOfficer')
    await expect
      .poll(async () => (await officer.get(`${study}/randomisation-report`)).body.report?.tried[0].name.en, {
        timeout: 60_000,
      })
      .toBe('minimisation by site, sex, usual pain, all (4/5)')
  })
})
