import { randomBytes, randomUUID } from 'node:crypto'
import { commitmentOf, generateList, numbersFrom, verifyAllocations, writeListFile } from '@trialwright/conduct'
import { damages } from '@trialwright/conduct/testing'
import { readAllocationEvidence } from '@trialwright/records'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStudy, randomised } from './testing/steps.ts'
import { compiled, openTrial, type Person, study, type TestTrial } from './testing/trial.ts'

const key = randomBytes(32)
const { randomisation } = compiled
const specification = {
  method: 'permutedBlocks',
  ratio: randomisation.ratio,
  blocks: [4, 6],
  strata: compiled.sites.map(({ id }) => id),
  slotsPerStratum: randomisation.slotsPerStratum,
} as const
const listFrom = (seed: string) => generateList(specification, numbersFrom(seed)).lists
const bytesOf = (seed: string): Uint8Array => Buffer.from(writeListFile(listFrom(seed), { study: compiled.id, key }))
const body = (bytes: Uint8Array, more: object = {}) => ({
  file: Buffer.from(bytes).toString('base64'),
  key: key.toString('hex'),
  ...more,
})
const preview = (person: Person, sent: object) => person.post(`${study}/randomisation-list/preview`, sent)
const seal = (person: Person, sent: object, under = randomUUID()) =>
  person.post(`${study}/randomisation-list/import`, sent, under)

describe('a list made elsewhere, through HTTP', () => {
  let trial: TestTrial
  let officer: Person
  beforeAll(async () => {
    trial = await openTrial()
    officer = await trial.as('randomisationOfficer')
  })
  afterAll(() => trial[Symbol.asyncDispose]())

  const nothingSealed = async () =>
    expect((await officer.get(`${study}/randomisation-list`)).body).toEqual({ strata: [] })

  test('R5 given five hundred damaged files, when each is looked at and sent, then each is refused and nothing is sealed', async () => {
    const draw = numbersFrom('damage')
    const kinds = Object.entries(damages)
    const rounds = Math.ceil(500 / kinds.length)
    let refused = 0
    for (let round = 0; round < rounds; round += 1) {
      const sound = bytesOf(`round ${round}`)
      for (const [name, damage] of kinds) {
        const sent = body(damage(sound, draw))
        const answer = await seal(officer, sent)
        expect({ name, status: answer.status }).toEqual({ name, status: 422 })
        const looked = await preview(officer, sent)
        expect({ name, status: looked.status, list: looked.body.list }).toEqual({ name, status: 200, list: undefined })
        expect(looked.body.refusals.slice(0, 10)).toEqual(answer.body.refusals)
        refused += 1
      }
    }
    expect(refused).toBeGreaterThanOrEqual(500)
    await nothingSealed()
  }, 120_000)

  test('given a file with several wrong rows, when it is looked at, then each is told by its row, and no arm', async () => {
    const rows = Buffer.from(bytesOf('several')).toString().split('\n')
    const flipped = [5, 9, 20].reduce(
      (lines, at) =>
        lines.with(
          at,
          lines[at]!.replace(/,(\d+),(\w+),/, (_, slot, arm) => `,${slot},${other(arm)},`),
        ),
      rows,
    )
    const { body: told } = await preview(officer, body(Buffer.from(flipped.join('\n'))))
    expect(told.refusals.map(({ code, field }: { code: string; field: string }) => [code, field])).toEqual([
      ['endCheck', `line ${rows.length - 1}`],
      ['rowCheck', 'line 6'],
      ['rowCheck', 'line 10'],
      ['rowCheck', 'line 21'],
    ])
    for (const { id } of compiled.arms) expect(JSON.stringify(told.refusals)).not.toContain(id)
    await nothingSealed()
  })

  test('given a sound file, when it is looked at, then strata, arms and sum are told, and nothing is sealed', async () => {
    const { status, body: told } = await preview(officer, body(bytesOf('sound')))
    expect({ status, refusals: told.refusals, more: told.more }).toEqual({ status: 200, refusals: [], more: 0 })
    expect(told.list.strata.map(({ stratum }: { stratum: string }) => stratum)).toEqual(specification.strata)
    expect(told.file).toMatch(/^[0-9a-f]{64}$/)
    expect(told.list.guessed).toBeGreaterThan(0.5)
    await nothingSealed()
  })

  test('given another key, no file or a body of another form, when it is sent, then it is refused in words', async () => {
    const wrong = { ...body(bytesOf('sound')), key: 'ab'.repeat(32) }
    expect(await seal(officer, wrong)).toMatchObject({ status: 422 })
    for (const sent of [{}, body(bytesOf('sound'), { key: 'xy' }), body(bytesOf('sound'), { file: '%%' })])
      expect(await seal(officer, sent)).toMatchObject({ status: 400 })
    expect(await seal(officer, body(new Uint8Array()))).toMatchObject({ status: 422 })
    await nothingSealed()
  })

  test('RND-04 given a role that includes participants, when it looks at or seals a file, then it may not', async () => {
    for (const role of ['coordinator', 'investigator', 'statistician', 'unblindedPharmacist', 'administrator'] as const)
      for (const send of [preview, seal])
        expect(await send(await trial.as(role), body(bytesOf('sound')))).toMatchObject({ status: 403 })
    await nothingSealed()
  })
})

const other = (arm: string): string => compiled.arms.find(({ id }) => id !== arm)!.id

test('RND-03 given a sound file, when it is sealed and somebody randomised, then the arm is that of the file, and the sum is public', async () => {
  await using trial = await openTrial()
  const officer = await trial.as('randomisationOfficer')
  const under = randomUUID()
  const first = await seal(officer, body(bytesOf('calm')), under)
  expect(first).toMatchObject({ status: 201, body: { ok: true } })
  expect(await seal(officer, body(bytesOf('calm')), under)).toMatchObject({ status: 200, body: first.body })
  expect(await seal(officer, body(bytesOf('other')))).toMatchObject({
    status: 422,
    body: { refusals: [{ code: 'listAlreadySealed' }] },
  })
  await openStudy(trial, 'sealed')
  await randomised(trial)
  const evidence = await readAllocationEvidence(trial.adminUrl, compiled.id)
  expect(evidence.allocated.map(({ arm }) => arm)).toEqual([listFrom('calm')[0]!.arms[0]])
  expect(verifyAllocations(evidence)).toEqual([])
  const { list } = evidence.revealed as { list: Parameters<typeof commitmentOf>[0] }
  const { body: page } = await trial.nobody.get('/api/public/studies/small')
  expect(page.commitment).toBe(commitmentOf(list))
})

test('given a list whose arms follow from one another, when it is sealed, then it needs a sign-off', async () => {
  await using trial = await openTrial()
  const officer = await trial.as('randomisationOfficer')
  const [one, two] = compiled.arms.map(({ id }) => id)
  const alternating = specification.strata.map((stratum, index) => ({
    stratum,
    arms: Array.from({ length: specification.slotsPerStratum }, (_, slot) => ((slot + index) % 2 === 0 ? one! : two!)),
  }))
  const sent = body(Buffer.from(writeListFile(alternating, { study: compiled.id, key })))
  expect((await preview(officer, sent)).body.list).toMatchObject({ guessed: 0.75, needsSignOff: true })
  expect(await seal(officer, sent)).toMatchObject({
    status: 422,
    body: { refusals: [{ code: 'schemeGuessable', field: 'signOff' }] },
  })
  expect(await seal(officer, { ...sent, signOff: 'Known and accepted' })).toMatchObject({ status: 201 })
})

test('R10 given the officer, when the report is asked for, then it is worked out beside the requests and tells what sealing will ask', async () => {
  await using trial = await openTrial()
  const officer = await trial.as('randomisationOfficer')
  const first = await officer.get(`${study}/randomisation-report`)
  expect(first).toMatchObject({ status: 200, body: { done: 0 } })
  await expect
    .poll(async () => (await officer.get(`${study}/randomisation-report`)).body.report, { timeout: 60_000 })
    .toBeDefined()
  const { report } = (await officer.get(`${study}/randomisation-report`)).body
  expect(report).toMatchObject({ limit: 0.7, needsSignOff: false })
  expect(report.tried[0]).toMatchObject({ own: true })
  expect(report.tried.length).toBeGreaterThan(6)
  for (const { characteristics } of report.tried) expect(characteristics.overall.distribution.length).toBeGreaterThan(0)
  for (const role of ['coordinator', 'statistician', 'inspector', 'unblindedPharmacist'] as const)
    expect(await (await trial.as(role)).get(`${study}/randomisation-report`)).toMatchObject({ status: 403 })
})
