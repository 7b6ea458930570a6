import { randomUUID } from 'node:crypto'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccount } from '../access/account.ts'
import { grantRole } from '../access/grant.ts'
import { createSession } from '../access/session.ts'
import { sealList } from '../randomisationList.ts'
import { command, event, openTrial, studyId, type Trial } from '../testing/trial.ts'
import { verify } from '../verify/verify.ts'
import { load, loadAll, loadSealed } from './load.ts'
import { openedAllocations, openArm, type ArmEntry } from './openArms.ts'

let trial: Trial
const people: Record<string, { readonly account: string; readonly token: string }> = {}

const person = async (name: string, role: string, site: string | null): Promise<void> => {
  const made = await createAccount(
    trial.pools.access,
    { login: name, printedName: name, passwordHash: 'x', locale: 'en', demo: true },
    'test',
  )
  if (made.result !== 'created') throw new Error(name)
  await grantRole(trial.pools.access, { accountId: made.accountId, studyId, role, site }, 'test')
  people[name] = { account: made.accountId, token: await createSession(trial.pools.access, made.accountId) }
}

beforeAll(async () => {
  trial = await openTrial()
  await sealList(trial.pools.unblinded, {
    studyId,
    strata: [{ stratum: 'north', arms: ['short', 'a-far-longer-name', 'short'] }],
    commitment: 'c0ffee',
    method: 'simple',
    specification: '{}',
    actor: 'officer',
    role: 'randomisationOfficer',
    at: '2027-01-01T00:00:00.000Z',
  })
  for (const participant of ['N-001', 'N-002'])
    await trial.append(
      command({
        streamId: `participant/${participant}`,
        events: [event('ParticipantRandomised', { participant })],
        allocate: { participant, stratum: 'north', site: 'north', at: '2027-03-01T10:00:00.000Z' },
      }),
    )
  await person('investigator', 'investigator', 'north')
  await person('other', 'investigator', 'south')
  await person('nurse', 'nurse', 'north')
  await person('safety', 'safetyOfficer', null)
  await person('statistician', 'statistician', null)
  await person('manager', 'dataManager', null)
})
afterAll(() => trial[Symbol.asyncDispose]())

const broken = (name: string, participant: string, change: Partial<ArmEntry> = {}): ArmEntry => ({
  ...command({
    streamId: `participant/${participant}`,
    expectedVersion: 1,
    actor: people[name]!.account,
    role: 'investigator',
    events: [event('CodeBreakRecorded', { reason: 'emergencyCare' })],
    outbox: [{ kind: 'codeBroken', payload: { participant } }],
    ...change,
  }),
  sealedEvents: change.sealedEvents ?? [
    {
      streamId: `unblinded/${participant}`,
      ...event('CodeBroken', { note: 'æ "x"\n', participant, type: 'CodeBroken' }),
    },
  ],
})

const ask = (name: string, entry: ArmEntry) => openArm(trial.pools.unblinded, people[name]!.token, entry)
const sealedOf = async (participant: string) =>
  (await loadSealed(trial.pools.unblinded, studyId, [`unblinded/${participant}`])).get(`unblinded/${participant}`)!

describe('opening one arm', () => {
  test.each([
    ['other', 'investigator'],
    ['nurse', 'investigator'],
    ['nurse', 'nurse'],
    ['safety', 'investigator'],
    ['safety', 'safetyOfficer'],
  ])(
    'R9 given %s who says to be %s, when the code is to be broken, then nothing is told nor written',
    async (name, role) => {
      expect(await ask(name, broken(name, 'N-001', { role }))).toEqual({ result: 'notAllowed' })
      expect((await load(trial.pools.blinded, studyId, 'participant/N-001')).version).toBe(1)
      expect((await sealedOf('N-001')).version).toBe(1)
    },
  )

  test('R9 given the session of another person, when the code is to be broken, then nothing is told', async () => {
    const entry = broken('investigator', 'N-001')
    expect(await ask('nurse', entry)).toEqual({ result: 'notAllowed' })
    expect(await openArm(trial.pools.unblinded, 'A'.repeat(43), entry)).toEqual({ result: 'notAllowed' })
  })

  test('R9 RND-06 given the investigator of the site, when the code is broken, then one arm is told and both logs say so', async () => {
    const entry = broken('investigator', 'N-001')
    expect(await ask('investigator', entry)).toMatchObject({ result: 'appended', arm: 'short' })
    const open = await load(trial.pools.blinded, studyId, 'participant/N-001')
    expect(open.events.at(-1)).toMatchObject({ type: 'CodeBreakRecorded', reason: 'emergencyCare' })
    expect((await sealedOf('N-001')).events.at(-1)).toMatchObject({ type: 'CodeBroken', arm: 'short', note: 'æ "x"\n' })
    expect((await sealedOf('N-002')).version).toBe(1)
    // The answer was lost: the same request is told again, and nothing more happens.
    expect(await ask('investigator', entry)).toMatchObject({ result: 'replayed', arm: 'short' })
    expect((await sealedOf('N-001')).version).toBe(2)
    expect(JSON.stringify(await loadAll(trial.pools.blinded, studyId))).not.toMatch(/short|longer/)
    const outbox = await trial.pools.blinded.read<{ payload: unknown }>('select payload from record.outbox')
    expect(outbox).toEqual([{ payload: { participant: 'N-001' } }])
    const stored = await connectedTo(trial.database.adminUrl, (client) =>
      client.query('select response from record.idempotency'),
    )
    expect(JSON.stringify(stored.rows)).not.toMatch(/short|longer/)
  })

  test('given arms with names of unlike length, when both are opened, then the sealed records are of one length', async () => {
    expect(await ask('investigator', broken('investigator', 'N-002'))).toMatchObject({ arm: 'a-far-longer-name' })
    const { rows } = await connectedTo(trial.database.adminUrl, (client) =>
      client.query(
        `select distinct octet_length(record::json->'event'#>>'{}') as length from unblinded.event where type = 'CodeBroken'`,
      ),
    )
    expect(rows.length).toBe(1)
  })

  test('given a stale version, then conflict; given nobody randomised, then notAllocated; given two acts at once, an error', async () => {
    expect(await ask('investigator', broken('investigator', 'N-001'))).toMatchObject({ result: 'conflict' })
    expect(await ask('investigator', broken('investigator', 'N-009', { expectedVersion: 0 }))).toEqual({
      result: 'notAllocated',
    })
    const two = broken('investigator', 'N-001')
    await expect(
      ask('investigator', { ...two, sealedEvents: [two.sealedEvents[0], two.sealedEvents[0]] as never }),
    ).rejects.toThrow('one participant')
  })

  test('given the safety officer, when an arm is opened for a report, then the open log says nothing of it', async () => {
    const before = await loadAll(trial.pools.blinded, studyId)
    const version = (await load(trial.pools.blinded, studyId, 'participant/N-001')).version
    const sealedEvents = [
      { streamId: 'unblinded/N-001', ...event('SafetyUnblinded', { participant: 'N-001', type: 'SafetyUnblinded' }) },
    ] as const
    const entry = broken('safety', 'N-001', {
      expectedVersion: version,
      role: 'safetyOfficer',
      events: [],
      outbox: [],
      sealedEvents,
    })
    expect(await ask('safety', entry)).toMatchObject({ result: 'appended', arm: 'short' })
    expect(await loadAll(trial.pools.blinded, studyId)).toEqual(before)
  })
})

describe('B11 opening all arms', () => {
  const step = async (type: string, actor: string, expectedVersion: number) =>
    expect(
      await trial.append(
        command({ streamId: 'study', expectedVersion, key: randomUUID(), actor, events: [event(type)] }),
      ),
    ).toMatchObject({ result: 'appended' })
  const read = (name: string) => openedAllocations(trial.pools.unblinded, people[name]!.token, studyId)

  test('given each step missing or signed by one person, then nothing; given all of them, then every arm, and the reading is recorded', async () => {
    expect(await read('statistician')).toBeNull()
    await step('UnblindingProposed', 'a', 0)
    await step('UnblindingConfirmed', 'b', 1)
    expect(await read('statistician'), 'not locked').toBeNull()
    await step('DatabaseLocked', 'a', 2)
    expect(await read('statistician'), 'proposed before the lock').toBeNull()
    await step('UnblindingProposed', 'a', 3)
    await step('UnblindingConfirmed', 'a', 4)
    expect(await read('statistician'), 'one person').toBeNull()
    await step('UnblindingConfirmed', 'b', 5)
    expect(await read('investigator')).toBeNull()
    expect(await read('statistician')).toMatchObject([
      { participant: 'N-001', arm: 'short' },
      { participant: 'N-002', arm: 'a-far-longer-name' },
    ])
    expect((await load(trial.pools.blinded, studyId, 'unblinding')).events).toMatchObject([{ type: 'AllocationsRead' }])
    expect(await verify(trial.database.adminUrl, studyId)).toMatchObject({ problem: undefined })
  })
})
