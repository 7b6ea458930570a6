import fc from 'fast-check'
import { runs } from '@trialwright/test-support'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeAccount, createAccount } from '../access/account.ts'
import { endGrant, grantRole } from '../access/grant.ts'
import { createAppender } from '../events/appender.ts'
import { openLogHead } from '../logHead.ts'
import { sealList } from '../randomisationList.ts'
import { command, event, openTrial, studyId, type Trial } from '../testing/trial.ts'
import type { Problem } from './problem.ts'
import { verify, verifyAll, verifyWith, type Verification } from './verify.ts'

let trial: Trial
let superuser: pg.Client
beforeAll(async () => {
  trial = await openTrial()
  await conductTrial()
  await giveRoles()
  superuser = new pg.Client(trial.database.adminUrl)
  await superuser.connect()
})
afterAll(async () => {
  await superuser.end()
  await trial[Symbol.asyncDispose]()
})

const people = Array.from({ length: 12 }, (_, index) => `1-${String(index + 1).padStart(3, '0')}`)

/** Twelve participants with four open events each, randomised in two strata, with sealed preparations. */
const conductTrial = async (): Promise<void> => {
  const strata = ['north', 'south']
  await sealList(trial.pools.unblinded, {
    studyId,
    strata: strata.map((stratum) => ({ stratum, arms: ['A', 'B', 'B', 'A', 'A', 'B', 'A', 'B'] })),
    commitment: 'c0ffee',
    method: 'permuted blocks',
    specification: '{"blocks":[4],"seed":"s"}',
    actor: 'officer',
    role: 'randomisationOfficer',
    at: '2027-01-01T00:00:00.000Z',
  })
  const unblinded = createAppender(trial.pools.unblinded, { door: 'unblinded' })
  for (const [index, participant] of people.entries()) {
    const streamId = `participant/${participant}`
    await trial.append(
      command({ streamId, events: [event('ParticipantScreened', { age: 40 + index }), event('ConsentGiven')] }),
    )
    await trial.append(
      command({
        streamId,
        expectedVersion: 2,
        site: null,
        events: [event('ParticipantRandomised')],
        allocate: { participant, stratum: strata[index % 2]! },
      }),
    )
    await unblinded.append(
      command({
        streamId,
        expectedVersion: 3,
        events: [event('InfusionPrepared')],
        sealedEvents: [{ streamId: `unblinded/${participant}`, ...event('VialsOpened') }],
      }),
    )
  }
}

/** A disabled account with a password, one ended grant and one with a term. */
const giveRoles = async (): Promise<void> => {
  const { access } = trial.pools
  const account = { login: 'kari', printedName: 'Kari Nordmann', passwordHash: 'first', locale: 'nb', demo: false }
  const created = await createAccount(access, account, 'admin')
  if (created.result !== 'created') throw new Error(created.result)
  const { accountId } = created
  const granted = await grantRole(access, { accountId, studyId, role: 'nurse', site: 'north' }, 'admin')
  if (granted.result !== 'granted') throw new Error(granted.result)
  await endGrant(access, studyId, granted.grantId, 'admin')
  const term = { accountId, studyId, role: 'monitor', site: 'south', validUntil: '2030-01-01T00:00:00.123+01:00' }
  await grantRole(access, term, 'admin')
  await changeAccount(access, accountId, { passwordHash: 'second', disabled: true, locale: 'en' }, 'admin')
}

/** What `verify` says after a superuser's edit, which is then undone. */
const verifyAfter = async (statements: readonly string[], pageSize = 4_000, study = studyId): Promise<Verification> => {
  await superuser.query('begin isolation level repeatable read')
  try {
    // A superuser can switch off every trigger and foreign key.
    await superuser.query('set local session_replication_role = replica')
    for (const statement of statements) await superuser.query(statement)
    return await verifyWith(async (text, values = []) => (await superuser.query(text, [...values])).rows, study, true, {
      pageSize,
    })
  } finally {
    await superuser.query('rollback')
  }
}

describe('a clean database', () => {
  test('P11-01 given a conducted trial, when verified with either right, then there is no false alarm', async () => {
    const byAdmin = await verify(trial.database.adminUrl, studyId)
    expect(byAdmin.problem).toBeUndefined()
    expect(byAdmin.logs).toMatchObject([
      { log: 'open', size: 50 },
      { log: 'sealed', size: 25 },
    ])
    const byAudit = await verify(trial.pools.audit, studyId)
    expect(byAudit).toEqual({ studyId, logs: byAdmin.logs.slice(0, 1), problem: undefined })
    expect(await openLogHead(trial.pools.audit, studyId)).toMatchObject({ root: byAdmin.logs[0]!.root })
    expect((await verifyAll(trial.database.adminUrl)).map((each) => [each.studyId, each.problem])).toEqual([
      ['-', undefined],
      [studyId, undefined],
    ])
  })

  test('P11-01 given every growing state of a log, when verified, then never an alarm', async () => {
    await using growing = await openTrial()
    for (let size = 2; size <= 40; size += 1) {
      await growing.append(command({ streamId: `clean/${size}` }))
      const { problem, logs } = await verify(growing.pools.audit, studyId)
      expect([problem, logs[0]?.size]).toEqual([undefined, size])
    }
  })

  test('given progress is asked for, when verified, then it ends with all records checked', async () => {
    const told: number[][] = []
    await verify(trial.pools.audit, studyId, { pageSize: 20, onProgress: (...progress) => told.push(progress) })
    expect(told.at(-1)).toEqual([50, 50])
  })
})

/** Tables of events and the sizes of their logs. */
const logs = { open: { table: 'record.event', size: 50 }, sealed: { table: 'unblinded.event', size: 25 } } as const
const where = (position: number): string => `study_id = '${studyId}' and position = ${position}`

type Edit = {
  readonly statements: readonly string[]
  readonly named: Problem | { readonly log: string; readonly position: number } | { readonly code: string }
}

const logName = fc.constantFrom('open' as const, 'sealed' as const)
const inLog = logName.chain((log) =>
  fc.record({ log: fc.constant(log), position: fc.nat(logs[log].size - 1), other: fc.nat(logs[log].size - 1) }),
)

const columnEdits: Readonly<Record<string, string>> = {
  type: `'Other'`,
  actor: `'someone-else'`,
  role: `'investigator-x'`,
  site: `coalesce(site, '') || 'x'`,
  definition_hash: `'0000'`,
  recorded_at: `recorded_at - interval '1 day'`,
}

/** Every way a superuser may alter a log, with the record that must be named. */
const logEdit: fc.Arbitrary<Edit> = inLog.chain(({ log, position, other }) => {
  const { table, size } = logs[log]
  const leaf = `log = '${log}' and ${where(position)}`
  const [first, second] = [Math.min(position, other), Math.max(position, other)]
  const edit = (named: Edit['named'], ...statements: string[]): fc.Arbitrary<Edit> => fc.constant({ statements, named })
  const at = (code: Problem['code'], place = position) => ({ code, log, position: place })
  return fc.oneof(
    edit(
      at('changedRecord'),
      `update ${table} set record = replace(record, '"study":', '"study" :') where ${where(position)}`,
    ),
    edit(
      at('changedRecord'),
      `update ${table} set record = overlay(record placing 'ø' from 20 for 1) where ${where(position)}`,
    ),
    fc.constantFrom(...Object.keys(columnEdits)).map((column) => ({
      statements: [`update ${table} set ${column} = ${columnEdits[column]} where ${where(position)}`],
      named: { code: 'changedColumn', log, position, column },
    })),
    edit(at('changedColumn'), `update ${table} set stream_id = 'elsewhere' where ${where(position)}`),
    edit(at('changedColumn'), `update ${table} set version = version + 1000 where ${where(position)}`),
    edit(at('missingRecord'), `delete from ${table} where ${where(position)}`),
    edit(at('missingLeaf'), `delete from audit.leaf where ${leaf}`),
    edit(at('changedRecord'), `update audit.leaf set leaf_hash = sha256('x') where ${leaf}`),
    edit(at('missingRecord', first), `delete from ${table} where study_id = '${studyId}' and position >= ${first}`),
    edit(
      at('missingRecord', first),
      `delete from ${table} where study_id = '${studyId}' and position >= ${first}`,
      `delete from audit.leaf where study_id = '${studyId}' and log = '${log}' and position >= ${first}`,
    ),
    edit(
      at('extraRecord', size),
      `insert into ${table} select study_id, ${size}, 'inserted', 1, type, actor, role, site, definition_hash, recorded_at, record from ${table} where ${where(position)}`,
    ),
    edit(at('extraLeaf', size), `insert into audit.leaf values ('${studyId}', '${log}', ${size}, sha256('x'))`),
    edit(
      { code: 'otherPeaks' },
      `update audit.log set peaks = peaks[1:1] || array[sha256('x')] where study_id = '${studyId}' and log = '${log}'`,
    ),
    edit(
      at('extraRecord', size - 1),
      `update audit.log set size = ${size - 1} where study_id = '${studyId}' and log = '${log}'`,
    ),
    edit({ code: 'missingLog' }, `delete from audit.log where study_id = '${studyId}' and log = '${log}'`),
    edit(
      { code: 'otherPeaks' },
      `update audit.leaf set leaf_hash = (select sha256('\\x00'::bytea || convert_to(replace(record, '"role":"', '"role":"x'), 'UTF8')) from ${table} where ${where(position)}) where ${leaf}`,
      `update ${table} set role = 'x' || role, record = replace(record, '"role":"', '"role":"x') where ${where(position)}`,
    ),
    first === second
      ? edit(at('missingRecord'), `delete from ${table} where ${where(position)}`)
      : edit(
          at('changedRecord', first),
          `update ${table} t set record = o.record from ${table} o where t.study_id = '${studyId}' and o.study_id = t.study_id
             and t.position in (${first}, ${second}) and o.position = ${first + second} - t.position`,
        ),
  )
})

describe('T1 edits by a superuser', () => {
  test('P11-01 P11-09 given a random edit of a log, when verified, then it is found and the first bad record named', {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(logEdit, fc.constantFrom(7, 25, 4_000), async ({ statements, named }, pageSize) => {
        const { problem } = await verifyAfter(statements, pageSize)
        expect(problem).toMatchObject(named)
        if ('position' in named) expect(problem?.text.en).toContain(` ${named.position} `)
      }),
      runs(100),
    )
  })

  const tableEdits: Readonly<Record<string, readonly [edit: string, code: Problem['code']]>> = {
    'a slot not yet taken': [
      `update unblinded.slot set arm = 'B' where slot_no = 7 and stratum = 'north'`,
      'changedList',
    ],
    'two slots swapped': [
      `update unblinded.slot set arm = case arm when 'A' then 'B' else 'A' end where slot_no in (1, 2)`,
      'changedList',
    ],
    'a slot taken away': [`delete from unblinded.slot where slot_no = 8 and stratum = 'south'`, 'changedList'],
    'an allocation moved': [
      `update unblinded.allocation set slot_no = 8 where participant = '1-003'`,
      'changedAllocation',
    ],
    'an allocation taken away': [`delete from unblinded.allocation where participant = '1-003'`, 'changedAllocation'],
    'an allocation invented': [
      `insert into unblinded.allocation values ('${studyId}', '9-999', 'north', 7, now())`,
      'changedAllocation',
    ],
    'a counter moved on': [
      `update unblinded.stratum set next_slot = next_slot + 1 where stratum = 'north'`,
      'changedCounter',
    ],
    'a counter moved back': [
      `update unblinded.stratum set next_slot = next_slot - 1 where stratum = 'north'`,
      'changedCounter',
    ],
    'a stream version': [
      `update record.stream set version = version + 1 where stream_id = 'participant/1-004'`,
      'otherStreamVersion',
    ],
    'a stream forgotten': [`delete from record.stream where stream_id = 'participant/1-004'`, 'otherStreamVersion'],
    'a stream invented': [`insert into record.stream values ('${studyId}', 'x', 1)`, 'otherStreamVersion'],
    'a definition': [`update record.definition set compiled = compiled || ' '`, 'changedDefinition'],
    'a definition taken away': ['delete from record.definition', 'changedDefinition'],
    'an answer taken away': [`delete from record.idempotency where study_id = '${studyId}'`, 'changedAnswer'],
    'an answer given to another': [`update record.idempotency set actor = 'x'`, 'changedAnswer'],
    'the mode': [`update record.study set mode = 'production'`, 'changedStudy'],
  }
  test.each(Object.entries(tableEdits))('P11-01 given %s, when verified, then it is found', async (_, [edit, code]) => {
    expect((await verifyAfter([edit])).problem).toMatchObject({ code })
  })

  const accountEdits: Readonly<Record<string, readonly [edit: string, code: Problem['code']]>> = {
    'a password put in by hand': [`update access.account set password_hash = 'mine'`, 'changedAccount'],
    'a printed name': [`update access.account set printed_name = 'Other'`, 'changedAccount'],
    'an account enabled again': ['update access.account set disabled_at = null', 'changedAccount'],
    'an account invented': [
      `insert into access.account values (gen_random_uuid(), 'x', 'X', null, 'en', false, now())`,
      'changedAccount',
    ],
    'an account taken away': ['delete from access.account', 'changedAccount'],
    'a role': [`update access.role_grant set role = 'investigator' where role = 'nurse'`, 'changedGrant'],
    'a site': ['update access.role_grant set site = null', 'changedGrant'],
    'an ended grant opened': ['update access.role_grant set valid_until = null', 'changedGrant'],
    'a grant prolonged': [
      `update access.role_grant set valid_until = valid_until + interval '1 day' where role = 'monitor'`,
      'changedGrant',
    ],
    'a grant taken away': ['delete from access.role_grant', 'changedGrant'],
  }
  test.each(Object.entries(accountEdits))(
    'P11-01 R3-14 given %s, when verified, then it is found',
    async (_, [edit, code]) => {
      expect((await verifyAfter([], 4_000, '-')).problem).toBeUndefined()
      expect((await verifyAfter([edit], 4_000, '-')).problem).toMatchObject({ code })
    },
  )

  test('T2 given a history rewritten with its tree, when verified against an older checkpoint, then it is found; a rollback too', async () => {
    const { root } = (await verify(trial.pools.audit, studyId)).logs[0]!
    const against = (size: number, hash: string) =>
      verify(trial.pools.audit, studyId, { checkpoints: [{ log: 'open', size, root: hash }] })
    expect((await against(50, root)).problem).toBeUndefined()
    expect((await against(49, root)).problem).toMatchObject({ code: 'otherHistory', size: 49 })
    expect((await against(51, root)).problem).toMatchObject({ code: 'rollback', size: 51 })
  })
})
