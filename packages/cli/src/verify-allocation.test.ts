import { hash, randomBytes, randomUUID } from 'node:crypto'
import { commitmentOf, generateList, listSpecification, seeded } from '@trialwright/conduct'
import { loadStudy } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { smallStudy } from '@trialwright/protocol/testing'
import { createAppender, openPools, registerStudy, sealList } from '@trialwright/records'
import { connectedTo, freshDatabase, type FreshDatabase } from '@trialwright/test-support'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { verifyAllocation } from './verify-allocation.ts'

const study = loadStudy(compileStudy(smallStudy))
const studyId = study.compiled.id
const seed = randomBytes(32)
const list = generateList(
  listSpecification(study),
  seeded(seed, (bytes) => hash('sha256', bytes, 'buffer')),
)
const commitment = commitmentOf(list)

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const pools = openPools({ url: database.adminUrl, passwords: database.passwords })
  const compiled = JSON.stringify({ id: studyId })
  await registerStudy(pools.blinded, { studyId, mode: 'demo', definitionHash: hash('sha256', compiled), compiled })
  await sealList(pools.unblinded, {
    studyId,
    strata: list.lists.map(({ stratum, arms }) => ({ stratum, arms })),
    commitment,
    method: 'permuted blocks of random sizes',
    specification: JSON.stringify({ list, seed: seed.toString('hex') }),
    actor: 'officer',
    role: 'randomisationOfficer',
    at: '2027-01-01T00:00:00.000Z',
  })
  const { append } = createAppender(pools.blinded)
  for (const participant of ['1', '2', '3'])
    await append({
      studyId,
      streamId: `participant/${participant}`,
      expectedVersion: 0,
      key: randomUUID(),
      bodyHash: hash('sha256', participant),
      actor: 'somebody',
      role: 'coordinator',
      site: 'north',
      definitionHash: hash('sha256', compiled),
      response: '{}',
      events: [{ type: 'ParticipantRandomised', text: '{"stratum":"north"}' }],
      allocate: { participant, stratum: 'north', site: 'north', at: '2027-03-01T10:00:00.000Z' },
    })
  await pools.close()
})
afterAll(() => database.drop())

const said = async (...args: string[]) => {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  try {
    return { code: await verifyAllocation(args, { DATABASE_URL: database.adminUrl }), text: lines.join('\n') }
  } finally {
    log.mockRestore()
  }
}

const edit = (statement: string) =>
  connectedTo(database.adminUrl, async (client) => {
    await client.query('set session_replication_role = replica')
    expect((await client.query(statement)).rowCount).toBe(1)
  })

test('RND-03 given three allocations, when worked out again, then all agree, in both languages, and no arm is told', async () => {
  const { code, text } = await said()
  expect(code).toBe(0)
  expect(text).toBe(
    `${studyId}: 3 allocations and ${list.lists.reduce((sum, { arms }) => sum + arms.length, 0)} slots follow from the sealed seed.\n` +
      `${studyId}: The sealed list has the commitment ${commitment}.`,
  )
  expect((await said('--language', 'nb')).text).toContain('3 tildelinger')
  expect((await said('--study', studyId, '--commitment', commitment)).code).toBe(0)
})

test('given another commitment on paper, then it is said, and the exit code is 1', async () => {
  const { code, text } = await said('--study', studyId, '--commitment', '0'.repeat(64))
  expect([code, text]).toEqual([
    1,
    `${studyId}: The commitment in the open log is not the one that was kept elsewhere.`,
  ])
})

test('P11-01 given a slot altered by hand, then it is found in both languages; put back, nothing is found', async () => {
  const { arms } = list.lists.find(({ stratum }) => stratum === 'north')!
  const [was, other] = [arms[4]!, Object.keys(list.specification.ratio).find((arm) => arm !== arms[4])!]
  const set = (arm: string) => `update unblinded.slot set arm = '${arm}' where stratum = 'north' and slot_no = 5`
  await edit(set(other))
  const { code, text } = await said()
  expect(code).toBe(1)
  expect(text).toContain('Slot 5 of stratum north is not as it was sealed.')
  expect(text).toContain('The randomisation list is not the one that was sealed.')
  expect(text).not.toMatch(new RegExp(`${was}|${other}`))
  expect((await said('--language', 'nb')).text).toContain('Plass 5 i stratum north er ikke slik den ble forseglet.')
  await edit(set(was))
  expect((await said()).code).toBe(0)
})

test.each([
  [['--study', 'none'], /no study none/],
  [['--commitment', '0'.repeat(64)], /--study/],
  [['--study', studyId, '--commitment', 'c0ffee'], /SHA-256/],
  [['--language', 'fr'], /en or nb/],
])('given %j, then a sentence says what to mend', async (args, sentence) => {
  await expect(said(...args)).rejects.toThrow(sentence)
})
