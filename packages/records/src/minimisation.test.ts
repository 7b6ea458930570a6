import { createHash } from 'node:crypto'
import {
  type AllocationEvidence,
  commitmentOf,
  generateNumbers,
  minimise,
  type Profile,
  seeded,
  type SealedNumbers,
  verifyAllocations,
} from '@trialwright/conduct'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { evidenceWith, readAllocationEvidence } from './allocationEvidence.ts'
import { sealList } from './randomisationList.ts'
import { command, event, open, openTrial, type Trial } from './testing/trial.ts'
import { verify } from './verify/verify.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

type Specification = SealedNumbers['specification']

const specification: Specification = {
  method: 'minimisation',
  ratio: { qzvactive: 2, wkx: 1 },
  factors: [
    { id: 'site', levels: ['north', 'south'], weight: 2 },
    { id: 'severity', levels: ['low', 'middle', 'high'], weight: 1 },
    { id: 'trial', levels: ['all'], weight: 1 },
  ],
  measure: 'range',
  probability: [4, 5],
  positions: 12,
}

/** Specifications as a study may ask for them: two to four arms, unequal shares, one to three factors. */
const specifications: fc.Arbitrary<Specification> = fc
  .record({
    shares: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 4 }),
    factors: fc.array(fc.record({ levels: fc.integer({ min: 1, max: 3 }), weight: fc.integer({ min: 1, max: 5 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    measure: fc.constantFrom('range' as const, 'variance' as const),
    sureness: fc.integer({ min: 0, max: 10 }),
  })
  .map(({ shares, factors, measure, sureness }) => {
    const least = Math.min(...shares)
    const total = shares.reduce((sum, share) => sum + share, 0)
    return {
      method: 'minimisation',
      ratio: Object.fromEntries(shares.map((share, arm) => [`${'zaby'[arm]}${'x'.repeat(arm * 3)}`, share])),
      factors: factors.map(({ levels, weight }, index) => ({
        id: `factor-${index}`,
        levels: Array.from({ length: levels }, (_, level) => `level.${level}`),
        weight,
      })),
      measure,
      // From the share of the rarest arm to certainty.
      probability: [least * 10 + (total - least) * sureness, total * 10],
      positions: 40,
    }
  })

const profileFor = ({ factors }: Specification, chance: number): Profile =>
  Object.fromEntries(factors.map(({ id, levels }, index) => [id, levels[(chance >> (index * 4)) % levels.length]!]))

let trial: Trial
let superuser: pg.Client
beforeAll(async () => {
  trial = await openTrial()
  superuser = new pg.Client(trial.database.adminUrl)
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await trial[Symbol.asyncDispose]()
})

async function sealed(studyId: string, of: Specification, seed: Uint8Array): Promise<SealedNumbers> {
  await open(trial.pools, studyId)
  const list = generateNumbers(of, seeded(seed, sha256))
  await sealList(trial.pools.unblinded, {
    studyId,
    strata: [{ stratum: 'all', numbers: list.numbers }],
    minimisation: of,
    commitment: commitmentOf(list),
    method: 'minimisation',
    specification: JSON.stringify({ list, seed: Buffer.from(seed).toString('hex') }),
    actor: 'officer',
    role: 'randomisationOfficer',
    at: '2027-01-01T00:00:00.000Z',
  })
  return list
}

const randomise = (studyId: string, person: number, profile: Profile | undefined) =>
  trial.append(
    command({
      studyId,
      streamId: `participant/1-${String(person).padStart(3, '0')}`,
      events: [event('ParticipantRandomised', { stratum: 'all', ...(profile && { levels: profile }) })],
      allocate: {
        participant: `1-${String(person).padStart(3, '0')}`,
        stratum: 'all',
        at: '2027-03-01T10:00:00.000Z',
        ...(profile && { profile }),
      },
    }),
  )

test('RND-03 given any specification and course, when the database randomises, then each arm is the one the pure function gives', async () => {
  let study = 0
  await fc.assert(
    fc.asyncProperty(
      specifications,
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.array(fc.nat(4095), { minLength: 1, maxLength: 30 }),
      async (of, seed, chances) => {
        const studyId = `course-${(study += 1)}`
        const list = await sealed(studyId, of, seed)
        const profiles = chances.map((chance) => profileFor(of, chance))
        for (const [person, profile] of profiles.entries())
          expect(await randomise(studyId, person, profile)).toMatchObject({ result: 'appended' })
        const evidence = await readAllocationEvidence(trial.database.adminUrl, studyId)
        expect(evidence.allocated.map(({ arm }) => arm)).toEqual(minimise(of, list.numbers, profiles))
        expect(verifyAllocations(evidence)).toEqual([])
      },
    ),
    { numRuns: 40, seed: 6 },
  )
}, 240_000)

describe('a minimised study', () => {
  const studyId = 'minimised'
  const profiles = [5, 18, 33, 2, 70, 16].map((chance) => profileFor(specification, chance))
  beforeAll(async () => {
    await sealed(studyId, specification, Buffer.from('a seed for this very course'))
    for (const [person, profile] of profiles.entries()) await randomise(studyId, person, profile)
  })

  const findingsAfter = async (statement: string): Promise<readonly unknown[]> => {
    await superuser.query('begin')
    try {
      await superuser.query('set local session_replication_role = replica')
      expect((await superuser.query(statement)).rowCount).toBeGreaterThan(0)
      const read = async (text: string, values: readonly unknown[] = []) =>
        (await superuser.query(text, [...values])).rows
      return verifyAllocations(await evidenceWith(read, studyId))
    } finally {
      await superuser.query('rollback')
    }
  }

  test('given levels the sealed factors do not have, or none, when randomised, then levelUnforeseen and nothing is written', async () => {
    const before = await readAllocationEvidence(trial.database.adminUrl, studyId)
    const unforeseen: readonly (Profile | undefined)[] = [
      { ...profiles[0]!, severity: 'utmost' },
      { site: 'north' },
      {},
      undefined,
    ]
    for (const [index, profile] of unforeseen.entries())
      expect(await randomise(studyId, 900 + index, profile)).toEqual({ result: 'levelUnforeseen' })
    expect(await readAllocationEvidence(trial.database.adminUrl, studyId)).toEqual(before)
  })

  test('P11-01 given six randomised, when both logs and the tables are verified, then all agree', async () => {
    expect((await verify(trial.database.adminUrl, studyId)).problem).toBeUndefined()
    expect(verifyAllocations(await readAllocationEvidence(trial.database.adminUrl, studyId))).toEqual([])
  })

  test.each([
    [
      'a number',
      `update unblinded.slot set number = (number + 1) % 4294967296 where study_id = 'minimised' and slot_no = 9`,
    ],
    [
      'an arm',
      `update unblinded.slot set arm = case arm when 'wkx' then 'qzvactive' else 'wkx' end where study_id = 'minimised' and slot_no = 2`,
    ],
    [
      'a participant’s place',
      `update unblinded.allocation set slot_no = slot_no + 100 where study_id = 'minimised' and slot_no = 2`,
    ],
  ])('RND-03 given %s changed behind the doors, then it is found', async (_, statement) => {
    expect((await findingsAfter(statement)).length).toBeGreaterThan(0)
    expect(await findingsAfter(`update unblinded.slot set pad = pad where study_id = 'minimised'`)).toEqual([])
  })

  test('given levels altered in the evidence, then the arms no longer follow, or a level is unknown', async () => {
    const evidence = await readAllocationEvidence(trial.database.adminUrl, studyId)
    const altered = (levels: object): AllocationEvidence => ({
      ...evidence,
      randomised: evidence.randomised.map((one, index) => (index === 0 ? { ...one, levels: levels as Profile } : one)),
    })
    expect(verifyAllocations(altered({}))).toEqual([
      { code: 'levelsUnknown', participant: evidence.randomised[0]!.participant },
    ])
  })

  test('R11 channel 20 given arms with names of unlike length, when places are taken, then every row of places is as long', async () => {
    const { rows } = await superuser.query(
      `select distinct octet_length(arm) + octet_length(pad) as long, pg_column_size(s.*) - pg_column_size(number) as size
       from unblinded.slot s where study_id = 'minimised' and arm is not null`,
    )
    expect(rows).toHaveLength(1)
    const arms = await superuser.query(
      `select distinct arm from unblinded.slot where study_id = 'minimised' and arm is not null`,
    )
    expect(arms.rows).toHaveLength(2)
  })

  test('given all places taken, when one more is randomised, then listExhausted', async () => {
    for (let person = profiles.length; person < specification.positions; person += 1)
      expect(await randomise(studyId, person, profiles[0])).toMatchObject({ result: 'appended' })
    expect(await randomise(studyId, 500, profiles[0])).toEqual({ result: 'listExhausted' })
  })
})
