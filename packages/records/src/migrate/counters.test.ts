import { connectedTo, type FreshDatabase, freshDatabase } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../pools/database.ts'
import { sqlState } from '../pools/failure.ts'
import { roles, roleUrl } from '../pools/role.ts'
import { closeCounters, openCounters } from './counters.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database.drop())

/** Functions of the catalogue that look as if they told something of others, and do not. */
const harmless: Readonly<Record<string, string>> = {
  pg_column_size: 'of a value in hand',
  pg_get_sequence_data: 'of a sequence one may read; there is none',
  pg_sequence_last_value: 'of a sequence one may read; there is none',
  pg_get_serial_sequence: 'a name; there is none',
  pg_sequence_parameters: 'of a sequence one may read; there is none',
  pg_export_snapshot: 'of the own transaction',
  pg_stat_clear_snapshot: 'answers nothing',
  pg_stat_force_next_flush: 'answers nothing',
  pg_control_init: 'of the installation, the same for ever',
  pg_control_system: 'of the installation, the same for ever',
  pg_split_walfile_name: 'of a name in hand',
  pg_get_wal_resource_managers: 'names of the version',
  pg_get_wait_events: 'names of the version',
  pg_get_wal_replay_pause_state: 'of a standby only',
  pg_is_wal_replay_paused: 'of a standby only',
  pg_last_xact_replay_timestamp: 'of a standby only',
  pg_sync_replication_slots: 'for replication roles only',
}
// The number of transactions: one for each command, whatever the arm; a row's own xmin tells it too.
const transactions = /^(pg_current_xact_id(_if_assigned)?|pg_current_snapshot|pg_xact_status|txid_\w+)$/
const replication = /^pg_(copy|create|drop|replication|logical)_\w*slot\w*$/
const ownLocks = /^pg_(try_)?advisory_\w+$/

describe.each(roles)('role %s', (role) => {
  const login = () => openDatabase(roleUrl(database.adminUrl, role, database.passwords), { connections: 1 })

  test('R11 B5 given every function of PostgreSQL, then none it may call tells counts, sizes, locks or places in the log', async () => {
    const as = login()
    const callable = await as.read<{ name: string }>(
      `select distinct proname as name from pg_proc where pronamespace = 'pg_catalog'::regnamespace and provolatile <> 'i'
       and has_function_privilege(oid, 'execute') and proname !~ '^binary_upgrade|_recv$|^has_sequence|^clock_timestamp$'
       and proname ~ 'stat_|_size$|lsn|_wal|lock|xact|txid|snapshot|control|filenode|filepath|usage|slot|progress|sequence|_io$|wait_event'`,
    )
    const told = callable
      .map(({ name }) => name)
      .filter((name) => !(name in harmless) && ![transactions, replication, ownLocks].some((kind) => kind.test(name)))
    // Restricted to superusers or to the owner of what they are about, inside.
    expect(
      told.filter((name) => !/^pg_(clear|restore)_(attribute|relation)_stats$|^pg_filenode_relation$/.test(name)),
    ).toEqual([])
    await as.close()
  })

  test('R11 B5 given every view and estimate of what others do, when it reads one, then it is denied', async () => {
    const as = login()
    const views = await as.read<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'pg_catalog'::regnamespace and relkind = 'v'
       and relname ~ '^pg_stat|^pg_locks$|^pg_prepared_xacts$|^pg_replication_slots$'`,
    )
    expect(views.length).toBeGreaterThan(40)
    const statements = [
      ...views.map(({ name }) => `select * from ${name}`),
      'select reltuples from pg_class',
      'select relpages from pg_class',
      'select * from pg_class',
      `select pg_total_relation_size('record.event')`,
      'select pg_database_size(current_database())',
      'select pg_current_wal_lsn()',
    ]
    for (const statement of statements) {
      const answer = await as.read(statement).then(() => 'done', sqlState)
      expect([statement, answer]).toEqual([statement, '42501'])
    }
    // What names a table is still there.
    expect((await as.read('select relname from pg_class')).length).toBeGreaterThan(100)
    await as.close()
  })

  test('R11 when the start asks whether counters are open, then nothing is said', async () => {
    const as = login()
    expect(await openCounters(as)).toEqual([])
    await as.close()
  })
})

test('R11 given an administrator who is not a superuser, when the database is prepared, then it goes on, and the start says what is open', async () => {
  await using other = await freshDatabase({ migrated: false })
  const name = `keeper_${other.name}`
  await connectedTo(other.adminUrl, (client) => client.query(`create role ${name} login createrole password 'x'`))
  const url = new URL(other.adminUrl)
  url.username = name
  url.password = 'x'
  await connectedTo(url.href, closeCounters)
  const as = openDatabase(url.href, { connections: 1 })
  const said = await openCounters(as)
  expect(said).toHaveLength(1)
  expect(said[0]).toMatchObject({ en: expect.stringContaining('counters'), nb: expect.stringContaining('tellere') })
  await as.close()
  await connectedTo(other.adminUrl, (client) => client.query(`drop role ${name}`))
})
