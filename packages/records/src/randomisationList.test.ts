import { randomUUID } from 'node:crypto'
import { connectedTo, runs } from '@trialwright/test-support'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAppender } from './events/appender.ts'
import type { AppendResult } from './events/entry.ts'
import { load, loadSealed } from './events/load.ts'
import { openDatabase } from './pools/database.ts'
import { openPools } from './pools/pools.ts'
import { roleUrl } from './pools/role.ts'
import { findAllocation, listAllocations, listState, sealList } from './randomisationList.ts'
import { command, event, open, openTrial, studyId, type Trial } from './testing/trial.ts'
import { verify } from './verify/verify.ts'

let trial: Trial
beforeAll(async () => void (trial = await openTrial()))
afterAll(() => trial[Symbol.asyncDispose]())

const seal = (id: string, strata: { stratum: string; arms: string[] }[]) =>
  sealList(trial.pools.unblinded, {
    studyId: id,
    strata,
    commitment: 'c0ffee',
    method: 'permuted blocks',
    specification: '{"blocks":[4,6],"seed":"secret-seed"}',
    actor: 'officer',
    role: 'randomisationOfficer',
    at: '2027-01-01T00:00:00.000Z',
  })

const randomise = (participant: string, stratum: string, id = studyId) =>
  command({
    studyId: id,
    streamId: `participant/${participant}`,
    events: [event('ParticipantRandomised', { participant })],
    allocate: { participant, stratum, site: 'north', at: '2027-03-01T10:00:00.000Z' },
  })

describe('a sealed list', () => {
  test('given arms with names of unlike length, when allocated, then every sealed record is of the same length', async () => {
    await open(trial.pools, 'trial-d')
    await seal('trial-d', [{ stratum: 'north', arms: ['a', 'a-much-longer-name', 'b', 'a-much-longer-name'] }])
    for (const participant of ['1', '2', '3', '4']) await trial.append(randomise(participant, 'north', 'trial-d'))
    const { rows } = await connectedTo(trial.database.adminUrl, (client) =>
      client.query(
        `select distinct octet_length(record) % 256 as rest from unblinded.event where study_id = 'trial-d'`,
      ),
    )
    expect(rows).toEqual([{ rest: 0 }])
  })

  test('given a study without a list, when a participant is randomised, then noList and nothing is written', async () => {
    expect(await trial.append(randomise('0-001', 'north'))).toEqual({ result: 'noList' })
    expect((await load(trial.pools.blinded, studyId, 'participant/0-001')).version).toBe(0)
    expect(await listState(trial.pools.unblinded, studyId)).toEqual([])
  })

  test('given sealing whose answer was lost, when it is repeated, then it is answered as the first time, also fifty at once', async () => {
    await open(trial.pools, 'trial-e')
    const list = {
      studyId: 'trial-e',
      strata: [{ stratum: 'north', arms: ['a', 'b'] }],
      commitment: 'c0ffee',
      method: 'simple',
      specification: '{}',
      actor: 'officer',
      role: 'randomisationOfficer',
      at: '2027-01-01T00:00:00.000Z',
    }
    const sealing = { key: randomUUID(), bodyHash: 'b0d1', response: '{}' }
    const again = () => sealList(trial.pools.unblinded, list, sealing)
    const answers = await Promise.all(Array.from({ length: 50 }, again))
    expect(answers.toSorted()).toEqual([...Array<string>(49).fill('replayed'), 'sealed'])
    expect(await sealList(trial.pools.unblinded, list, { ...sealing, bodyHash: 'other' })).toBe('keyReused')
    expect(await sealList(trial.pools.unblinded, list, { ...sealing, key: randomUUID() })).toBe('alreadySealed')
  })

  test('given a sealed list, when another comes, then alreadySealed; the open event tells neither seed, blocks nor arms', async () => {
    await open(trial.pools, 'trial-b')
    const strata = [{ stratum: 'north', arms: ['B', 'A', 'A'] }]
    expect(await seal('trial-b', strata)).toBe('sealed')
    expect(await seal('trial-b', strata)).toBe('alreadySealed')
    const { events } = await load(trial.pools.blinded, 'trial-b', 'randomisation')
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      type: 'RandomisationListSealed',
      commitment: 'c0ffee',
      strata: [{ stratum: 'north', slots: 3 }],
    })
    expect(JSON.stringify(events)).not.toMatch(/secret-seed|blocks":|"arms?"/)
  })

  test('RND-02 given a list, when participants are randomised, then slots go in drawn order and arm and event are sealed only', async () => {
    expect(await trial.append(randomise('1-001', 'north', 'trial-b'))).toMatchObject({ result: 'appended', version: 1 })
    expect(await trial.append(randomise('1-002', 'north', 'trial-b'))).toMatchObject({ result: 'appended' })
    expect(await findAllocation(trial.pools.unblinded, 'trial-b', '1-001')).toMatchObject({ slot: 1, arm: 'B' })
    expect(await findAllocation(trial.pools.unblinded, 'trial-b', '1-002')).toMatchObject({ slot: 2, arm: 'A' })
    expect(await findAllocation(trial.pools.unblinded, 'trial-b', '1-003')).toBeNull()
    const sealed = await loadSealed(trial.pools.unblinded, 'trial-b', ['unblinded/1-001', 'unblinded/randomisation'])
    expect(sealed.get('unblinded/1-001')?.events).toMatchObject([
      { type: 'TreatmentAllocated', arm: 'B', slot: 1, site: 'north' },
    ])
    expect(sealed.get('unblinded/randomisation')?.events).toEqual([])
  })

  test('given a randomised participant, when randomised again, then alreadyAllocated; beyond the last slot, listExhausted', async () => {
    const again = { ...randomise('1-001', 'north', 'trial-b'), expectedVersion: 1 }
    expect(await trial.append(again)).toEqual({ result: 'alreadyAllocated' })
    expect(await trial.append(randomise('1-003', 'north', 'trial-b'))).toMatchObject({ result: 'appended' })
    expect(await trial.append(randomise('1-004', 'north', 'trial-b'))).toEqual({ result: 'listExhausted' })
    expect(await trial.append(randomise('1-004', 'south', 'trial-b'))).toEqual({ result: 'noList' })
    expect(await listState(trial.pools.unblinded, 'trial-b')).toEqual([{ stratum: 'north', slots: 3, taken: 3 }])
    expect((await verify(trial.database.adminUrl, 'trial-b')).problem).toBeUndefined()
  })

  test('given the unblinded door, when sealed events come with open ones, then each is in its own log', async () => {
    const { append } = createAppender(trial.pools.unblinded, { door: 'unblinded' })
    const entry = command({
      studyId: 'trial-b',
      streamId: 'participant/1-001',
      expectedVersion: 1,
      events: [event('InfusionPrepared')],
      sealedEvents: [{ streamId: 'unblinded/1-001', ...event('VialsOpened', { vials: 4 }) }],
    })
    expect(await append(entry)).toMatchObject({ result: 'appended', version: 2 })
    const sealed = await loadSealed(trial.pools.unblinded, 'trial-b', ['unblinded/1-001'])
    expect(sealed.get('unblinded/1-001')).toMatchObject({ version: 2, events: [{}, { type: 'VialsOpened', vials: 4 }] })
    expect(JSON.stringify(await load(trial.pools.blinded, 'trial-b', 'participant/1-001'))).not.toContain('vials')
  })
})

type Attempt = { readonly participant: string; readonly stratum: string; begun: number; answered: number }

test('RND-01 RND-02 given 32 workers, 3 strata, rollbacks and time-outs, when all are randomised, then no slot or person twice, no gap, slot order is real-time order', {
  timeout: 120_000,
}, async () => {
  const total = runs(2_000).numRuns
  const id = 'trial-c'
  const strata = ['north', 'south', 'west']
  await open(trial.pools, id)
  await seal(
    id,
    strata.map((stratum) => ({ stratum, arms: Array.from({ length: total }, (_, index) => (index % 2 ? 'A' : 'B')) })),
  )
  const url = { url: trial.database.adminUrl, passwords: trial.database.passwords }
  // Four processes' worth of pools and writers, and one that gives up after 2 ms.
  const processes = Array.from({ length: 4 }, () => openPools({ ...url, connections: 4 }))
  const writers = processes.map(({ blinded }) => createAppender(blinded))
  const hasty = openDatabase(roleUrl(url.url, 'blinded', url.passwords), { statementTimeout: 2 })
  const hastyWriter = createAppender(hasty, { most: 5 })
  const dying = new pg.Pool({ connectionString: url.url, max: 4 })
  const done: Attempt[] = []
  const outcomes: Record<string, number> = {}
  let next = 0

  const worker = async (number: number): Promise<void> => {
    for (let mine = (next += 1); mine <= total; mine = next += 1) {
      const participant = `p${mine}`
      const stratum = strata[mine % strata.length]!
      const entry = randomise(participant, stratum, id)
      const attempt: Attempt = { participant, stratum, begun: performance.now(), answered: 0 }
      if (mine % 20 === 0) await giveUp(dying, entry)
      let answer: AppendResult = { result: 'unknown', reason: '' }
      for (let tries = 0; answer.result === 'unknown'; tries += 1) {
        const writer = mine % 7 === 0 && tries === 0 ? hastyWriter : writers[number % 4]!
        answer = await writer.append(entry)
        outcomes[answer.result] = (outcomes[answer.result] ?? 0) + 1
      }
      attempt.answered = performance.now()
      expect(['appended', 'replayed']).toContain(answer.result)
      done.push(attempt)
    }
  }
  await Promise.all(Array.from({ length: 32 }, (_, number) => worker(number)))
  await Promise.all([...processes.map((each) => each.close()), hasty.close(), dying.end()])

  const allocations = await listAllocations(trial.pools.unblinded, id)
  expect(outcomes['unknown'], 'some attempts must have timed out').toBeGreaterThan(0)
  expect(allocations).toHaveLength(total)
  const attempts = new Map(done.map((attempt) => [attempt.participant, attempt]))
  for (const stratum of strata) {
    const slots = allocations.filter((each) => each.stratum === stratum).sort((a, b) => a.slot - b.slot)
    expect(slots.map(({ slot }) => slot)).toEqual(slots.map((_, index) => index + 1))
    let latestBegin = 0
    for (const { participant } of slots) {
      const { begun, answered, ...rest } = attempts.get(participant)!
      expect(rest.stratum).toBe(stratum)
      // Whoever was answered before another began has the earlier slot.
      expect(answered).toBeGreaterThan(latestBegin)
      latestBegin = Math.max(latestBegin, begun)
    }
  }
  expect((await verify(trial.database.adminUrl, id)).problem).toBeUndefined()
})

/** Randomises in a transaction that is then given up, as a dying process would. */
const giveUp = async (pool: pg.Pool, entry: ReturnType<typeof randomise>): Promise<void> => {
  const client = await pool.connect()
  await client.query('begin')
  await client.query('select record.append($1)', [JSON.stringify([{ ...entry, key: randomUUID() }])])
  await client.query('rollback')
  client.release()
}
