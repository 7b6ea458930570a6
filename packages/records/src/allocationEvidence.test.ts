import { createHash, randomBytes } from 'node:crypto'
import { commitmentOf, generateList, seeded, verifyAllocations } from '@trialwright/conduct'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidenceWith, readAllocationEvidence } from './allocationEvidence.ts'
import { sealList } from './randomisationList.ts'
import { command, event, open, openTrial, studyId, type Trial } from './testing/trial.ts'
import { verify } from './verify/verify.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const seed = randomBytes(32)
const list = generateList(
  { method: 'permutedBlocks', ratio: { A: 1, B: 1 }, blocks: [4, 6], strata: ['north', 'south'], slotsPerStratum: 12 },
  seeded(seed, sha256),
)

let trial: Trial
let superuser: pg.Client
beforeAll(async () => {
  trial = await openTrial()
  superuser = new pg.Client(trial.database.adminUrl)
  await superuser.connect()
  await sealList(trial.pools.unblinded, {
    studyId,
    strata: list.lists.map(({ stratum, arms }) => ({ stratum, arms })),
    commitment: commitmentOf(list),
    method: 'permuted blocks of random sizes',
    specification: JSON.stringify({ list, seed: seed.toString('hex') }),
    actor: 'officer',
    role: 'randomisationOfficer',
    at: '2027-01-01T00:00:00.000Z',
  })
  for (let index = 0; index < 10; index += 1) {
    const participant = `1-${String(index).padStart(3, '0')}`
    const stratum = index % 3 === 0 ? 'south' : 'north'
    await trial.append(
      command({
        streamId: `participant/${participant}`,
        events: [event('ParticipantRandomised', { stratum })],
        allocate: { participant, stratum, at: '2027-03-01T10:00:00.000Z' },
      }),
    )
  }
})
afterAll(async () => {
  await superuser.end()
  await trial[Symbol.asyncDispose]()
})

/** What is found after a superuser's edit, which is then undone. */
const findingsAfter = async (statement: string) => {
  await superuser.query('begin')
  try {
    await superuser.query('set local session_replication_role = replica')
    const { rowCount } = await superuser.query(statement)
    expect(rowCount).toBeGreaterThan(0)
    const read = async (text: string, values: readonly unknown[] = []) =>
      (await superuser.query(text, [...values])).rows
    return verifyAllocations(await evidenceWith(read, studyId))
  } finally {
    await superuser.query('rollback')
  }
}

test('RND-03 given a sealed list and ten allocations, when worked out again from the seed, then all agree', async () => {
  const evidence = await readAllocationEvidence(trial.database.adminUrl, studyId)
  expect(evidence.allocated).toHaveLength(10)
  expect(evidence.slots.length).toBeGreaterThanOrEqual(24)
  expect(verifyAllocations(evidence)).toEqual([])
  expect(verifyAllocations({ ...evidence, kept: commitmentOf(list) })).toEqual([])
  expect((await verify(trial.database.adminUrl, studyId)).problem).toBeUndefined()
})

test('given a study without a list, then that is said', async () => {
  await open(trial.pools, 'trial-z')
  const evidence = await readAllocationEvidence(trial.database.adminUrl, 'trial-z')
  expect(verifyAllocations(evidence)).toEqual([{ code: 'nothingSealed' }])
})

test('R3-28 no run-time role, the unblinded one neither, can read what is compared', async () => {
  for (const pool of [trial.pools.blinded, trial.pools.unblinded, trial.pools.audit])
    await expect(pool.snapshot((read) => evidenceWith(read, studyId))).rejects.toThrow(/permission denied/)
})

describe('given a superuser’s edit', () => {
  const flip = (condition: string) =>
    `update unblinded.slot set arm = case arm when 'A' then 'B' else 'A' end where ${condition}`
  const edits: Readonly<Record<string, readonly [statement: string, found: object]>> = {
    'a slot not yet taken': [
      flip(`stratum = 'north' and slot_no = 11`),
      { code: 'slotDiffers', stratum: 'north', slot: 11 },
    ],
    'a slot taken': [flip(`stratum = 'south' and slot_no = 2`), { code: 'slotDiffers', stratum: 'south', slot: 2 }],
    'a slot taken away': [
      `delete from unblinded.slot where stratum = 'south' and slot_no = 12`,
      { code: 'slotDiffers', stratum: 'south', slot: 12 },
    ],
    'an allocation moved': [
      `update unblinded.allocation set slot_no = 9 where participant = '1-004'`,
      { code: 'tableDiffers', participant: '1-004' },
    ],
    'an allocation invented': [
      `insert into unblinded.allocation values ('${studyId}', '9-999', 'north', 12, now())`,
      { code: 'tableDiffers', participant: '9-999' },
    ],
    'the arm in a sealed event': [
      `update unblinded.event set record = replace(replace(replace(record, '"arm":"A"', '"arm":"x"'), '"arm":"B"', '"arm":"A"'), '"arm":"x"', '"arm":"B"')
       where type = 'TreatmentAllocated' and stream_id = 'unblinded/1-005'`,
      { code: 'armDiffers', participant: '1-005' },
    ],
    'the stratum in an open event': [
      `update record.event set record = replace(record, '"stratum":"north"', '"stratum":"south"')
       where type = 'ParticipantRandomised' and stream_id = 'participant/1-001'`,
      { code: 'stratumDiffers', participant: '1-001' },
    ],
    'an open event taken away': [
      `delete from record.event where type = 'ParticipantRandomised' and stream_id = 'participant/1-002'`,
      { code: 'notRandomised', participant: '1-002' },
    ],
    'the published commitment': [
      `update record.event set record = replace(record, '${commitmentOf(list)}', repeat('0', 64)) where type = 'RandomisationListSealed'`,
      { code: 'commitmentBroken' },
    ],
    'the sealed seed': [
      `update unblinded.event set record = replace(record, '${seed.toString('hex')}', repeat('0', 64)) where type = 'RandomisationListDrawn'`,
      { code: 'notDrawnFromSeed' },
    ],
  }
  test.each(Object.entries(edits))('P11-01 RND-03 %s: it is found', async (_, [statement, found]) => {
    expect(await findingsAfter(statement)).toContainEqual(found)
  })

  test('and undone, nothing is found again', async () => {
    expect(verifyAllocations(await readAllocationEvidence(trial.database.adminUrl, studyId))).toEqual([])
  })
})
