import { connectedTo, type FreshDatabase, freshDatabase } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAppender } from '../events/appender.ts'
import { checkSettings } from '../settings.ts'
import { command, openTrial, studyId } from '../testing/trial.ts'
import { openDatabase } from './database.ts'
import { countStatements } from './pools.ts'
import { Unavailable } from './failure.ts'

let fresh: FreshDatabase
beforeAll(async () => void (fresh = await freshDatabase()))
afterAll(() => fresh.drop())

const admin = async <Result>(work: (database: ReturnType<typeof openDatabase>) => Promise<Result>, options = {}) => {
  const database = openDatabase(fresh.adminUrl, { connections: 2, ...options })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

describe('the pool', () => {
  test('given a write that raises a WARNING, then its outcome is unknown; a NOTICE changes nothing', () =>
    admin(async (database) => {
      const raise = (level: string) => database.write(`do $$ begin raise ${level} 'standby lost'; end $$`)
      expect(await raise('warning')).toEqual({ state: 'unknown', reason: '01000: standby lost' })
      expect(await raise('notice')).toMatchObject({ state: 'done' })
    }))

  test('given a statement that fails for certain, then it throws; given a lost connection, then unknown, and the next works', () =>
    admin(async (database) => {
      await expect(database.write('select 1 / 0')).rejects.toMatchObject({ code: '22012' })
      expect(await database.write('select pg_terminate_backend(pg_backend_pid())')).toMatchObject({ state: 'unknown' })
      expect(await database.read('select 1 as one')).toEqual([{ one: 1 }])
    }))

  test('D2 given idle and busy connections, when the server ends them all, then this process lives and works on', () =>
    admin(async (database) => {
      await Promise.all([database.read('select 1'), database.read('select 2')])
      const busy = database.read('select pg_sleep(5)').catch((error: unknown) => error)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await connectedTo(fresh.adminUrl, (client) =>
        client.query(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        ),
      )
      expect(await busy).toBeInstanceOf(Unavailable)
      // A busy machine may hand out the idle connection before its end has been noticed; the next one is new.
      const three = () => database.read('select 3 as three')
      expect(await three().catch(three)).toEqual([{ three: 3 }])
    }))

  test('D12 given a statement beyond its time, then it is given up; given no free connection, then Unavailable', () =>
    admin(
      async (database) => {
        await expect(database.read('select pg_sleep(3)')).rejects.toMatchObject({ code: '57014' })
        const holding = database.snapshot(() => new Promise((resolve) => setTimeout(resolve, 2_500)))
        await expect(database.read('select 1')).rejects.toBeInstanceOf(Unavailable)
        await holding
      },
      { statementTimeout: 1_000, connectionTimeout: 1_000, connections: 1 },
    ))

  test('given a server that is not there, then a write is unknown and a read is Unavailable', async () => {
    const nowhere = openDatabase('postgres://nobody@127.0.0.1:1/none', { connectionTimeout: 500 })
    expect(await nowhere.write('select 1')).toMatchObject({ state: 'unknown' })
    await expect(nowhere.read('select 1')).rejects.toBeInstanceOf(Unavailable)
    await nowhere.close()
  })
})

describe('append under faults', () => {
  const doctor = (url: string, body: string) =>
    connectedTo(url, (client) =>
      client.query(`create or replace function record.append(batch jsonb) returns jsonb language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $$ declare answers jsonb; begin
        answers := record.append_batch(batch, false); ${body} return answers; end $$`),
    )

  test('given a commit with a WARNING, when the command is repeated under its key, then unknown, then replayed', async () => {
    await using trial = await openTrial()
    await doctor(trial.database.adminUrl, `raise warning 'canceling wait for synchronous replication';`)
    const entry = command()
    expect(await trial.append(entry)).toMatchObject({ result: 'unknown' })
    await doctor(trial.database.adminUrl, '')
    expect(await trial.append(entry)).toEqual({ result: 'replayed', response: entry.response })
  })

  test('given a connection that dies under a command, when it is repeated, then unknown, and the event is there once', async () => {
    await using trial = await openTrial()
    await doctor(trial.database.adminUrl, 'perform pg_sleep(5);')
    const entry = command()
    const cut = trial.append(entry)
    await connectedTo(trial.database.adminUrl, async (client) => {
      const kill = `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event = 'PgSleep'`
      while ((await client.query(kill)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    })
    expect(await cut).toMatchObject({ result: 'unknown' })
    await doctor(trial.database.adminUrl, '')
    expect(await trial.append(entry)).toMatchObject({ result: 'appended' })
    expect(await trial.append(entry)).toMatchObject({ result: 'replayed' })
  })

  test('D12 given a table locked by another, when 20 commands wait, then one wait answers them all unknown, and they pass later', async () => {
    await using trial = await openTrial()
    const entries = Array.from({ length: 20 }, (_, index) => command({ streamId: `stream/${index}` }))
    const sendAll = async () => (await Promise.all(entries.map(trial.append))).map(({ result }) => result)
    await connectedTo(trial.database.adminUrl, async (client) => {
      await client.query('begin')
      await client.query('lock table audit.log in access exclusive mode')
      const count = countStatements(trial.pools.blinded)
      expect(new Set(await sendAll())).toEqual(new Set(['unknown']))
      expect(count(), 'one wait for all, not one each').toBe(1)
      await client.query('rollback')
    })
    expect(new Set(await sendAll())).toEqual(new Set(['appended']))
  })

  test('finding 4: given nothing but a replay, when it is answered, then the transaction wrote and committed of its own', async () => {
    await using trial = await openTrial()
    const entry = command()
    await trial.append(entry)
    const lastLocker = () =>
      connectedTo(trial.database.adminUrl, async (client) => {
        const { rows } = await client.query<{ xmax: string }>(
          `select xmax::text from audit.log where study_id = $1 and log = 'open'`,
          [studyId],
        )
        return rows[0]!.xmax
      })
    const before = await lastLocker()
    expect(await createAppender(trial.pools.blinded).append(entry)).toMatchObject({ result: 'replayed' })
    expect(await lastLocker()).not.toBe(before)
  })
})

test('given the test server, which does not sync, when its settings are checked, then just those findings come, in both languages', () =>
  admin(async (database) => {
    const findings = await checkSettings(database)
    expect(findings.map(({ setting }) => setting)).toContain('fsync')
    expect(findings.find(({ setting }) => setting === 'fsync')).toMatchObject({ is: 'off', shouldBe: 'on' })
    expect(findings.map(({ setting }) => setting)).not.toContain('data_checksums')
    for (const { text } of findings) expect(text.nb).toMatch(/skal være/)
  }))
