import { connectedTo, type FreshDatabase, freshDatabase } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { sqlState } from './failure.ts'
import { type Role, roleName, roles, roleUrl } from './role.ts'

let database: FreshDatabase
beforeAll(async () => void (database = await freshDatabase()))
afterAll(() => database.drop())

type Item = { readonly schema: string; readonly name: string; readonly kind: string }

/** Everything in the catalogue that is ours: tables, views, sequences, functions. */
const catalogue = (): Promise<readonly Item[]> =>
  connectedTo(database.adminUrl, async (client) => {
    const { rows } = await client.query<Item>(`
      select n.nspname as schema, c.relname as name, c.relkind::text as kind from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'v', 'm', 'S', 'p', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      union all
      select n.nspname, p.oid::regprocedure::text, 'function' from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      order by 1, 2`)
    return rows
  })

const loginAs = (role: Role): Database =>
  openDatabase(roleUrl(database.adminUrl, role, database.passwords), { connections: 1 })

const attempt = async (as: Database, statement: string): Promise<string> => {
  try {
    const written = await as.write(statement)
    return written.state
  } catch (error) {
    return sqlState(error) ?? String(error)
  }
}

/** All that each role may do: what is not here is denied. */
const allowed: Readonly<Record<Role, readonly string[]>> = {
  blinded: [
    'select record.definition',
    'select record.event',
    'select record.oddity',
    'select record.outbox',
    'select record.read_model',
    'select record.stream',
    'select record.study',
    'select record.trail',
    'execute record.append(jsonb)',
    'execute record.append_all(jsonb)',
    'execute record.mail_failed(text,uuid,integer,text)',
    'execute record.mail_sent(text,uuid,integer)',
    'execute record.note_access(bytea,text,text,text,jsonb)',
    'execute record.take_mail(integer)',
    'execute record.read_access(bytea,text,bigint,integer)',
    'execute record.fits(record.trail,text[],text,text,text,text,text,text,text[],text,timestamp with time zone,timestamp with time zone)',
    'execute record.search_trail(text,bigint,text[],text,text,text,text,text,text,text[],text,date,date,text,integer)',
    'execute record.open(bytea,text,text[])',
    'execute record.open(bytea,text,text[],bigint[])',
    'execute record.register_study(text,text,text,text,text)',
    'execute record.trace(text,integer)',
  ],
  unblinded: [
    'execute unblinded.allocation_of(text,text)',
    'execute unblinded.allocations(text)',
    'execute unblinded.append(jsonb)',
    'execute unblinded.list_state(text)',
    'execute unblinded.load(text,text[])',
    'execute unblinded.load(text,text[],bigint[])',
    'execute unblinded.note_reading(bytea,text,text,text,text)',
    'execute unblinded.open(bytea,text,text[])',
    'execute unblinded.open(bytea,text,text[],bigint[])',
    'execute unblinded.opened_allocations(bytea,text)',
    'execute unblinded.readings(bytea,text,bigint,integer)',
    'execute unblinded.reveal(bytea,jsonb)',
    'execute unblinded.seal_list_once(jsonb,uuid,text,text)',
  ],
  vault: [
    'execute vault.erase(text,text,text,text,text)',
    'execute vault.find_duplicates(text,jsonb)',
    'execute vault.key_of(text,text)',
    'execute vault.put_identity(text,text,bytea,bytea,jsonb,text,text)',
    'execute vault.read_identity(text,text,text,text,text)',
  ],
  access: [
    'execute access.activate(bytea,text)',
    'execute access.authenticator_of(uuid)',
    'execute access.change_account(uuid,jsonb,text)',
    'execute access.change_authenticator(uuid,jsonb)',
    'execute access.change_link(uuid,jsonb,text)',
    'execute access.change_passkey(uuid,jsonb)',
    'execute access.create_account(jsonb,text)',
    'execute access.create_account_once(jsonb,text)',
    'execute access.create_session(bytea,uuid,interval,interval,jsonb)',
    'execute access.disable_account(uuid,text,text)',
    'execute access.end_sessions(uuid,uuid,bytea,text)',
    'execute access.failing(interval)',
    'execute access.find_invitation(bytea)',
    'execute access.find_linked(text,text)',
    'execute access.grant_role_once(jsonb,text)',
    'execute access.hold_back(jsonb)',
    'execute access.invite(jsonb,text)',
    'execute access.known_network(bytea,text)',
    'execute access.passkeys(uuid,text)',
    'execute access.people(text)',
    'execute access.record_identity_check(jsonb,uuid)',
    'execute access.review_grant(jsonb,uuid)',
    'execute access.rotate_session(bytea,bytea)',
    'execute access.sessions_of(uuid)',
    'execute access.end_grant(text,uuid,text)',
    'execute access.failures(bytea,text,interval)',
    'execute access.find_account(text)',
    'execute access.grant_role(jsonb,text)',
    'execute access.list_accounts()',
    'execute access.record_attempt(uuid,bytea,text,boolean)',
    'execute access.revoke_session(bytea)',
    'execute access.session(bytea)',
    'execute access.staff(text)',
  ],
  audit: [
    'select audit.definition',
    'select audit.leaf',
    'select audit.log',
    'select audit.open_event',
    'select audit.open_stream',
    'select audit.study',
  ],
}

describe.each(roles)('role %s', (role) => {
  test('R11 P11-11 EMA-16 given the whole catalogue, then it may do what is listed and nothing else', async () => {
    const rights = await connectedTo(database.adminUrl, async (client) => {
      const { rows } = await client.query<{ item: string }>(
        `select p.privilege || ' ' || c.oid::regclass as item from pg_class c
           join pg_namespace n on n.oid = c.relnamespace,
           unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as p (privilege)
           where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
             and has_schema_privilege($1, n.oid, 'usage') and has_table_privilege($1, c.oid, p.privilege)
         union all
         select 'execute ' || p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
             and has_schema_privilege($1, n.oid, 'usage') and has_function_privilege($1, p.oid, 'execute')
         order by 1`,
        [roleName(role)],
      )
      return rows.map((row) => row.item)
    })
    expect(rights.toSorted()).toEqual(allowed[role].toSorted())
  })

  test('R11 B5 given every table and view of another schema, when read, then permission is denied', async () => {
    const as = loginAs(role)
    const own = role === 'blinded' ? 'record' : role
    const foreign = (await catalogue()).filter(({ schema, kind }) => schema !== own && kind !== 'function')
    expect(foreign.length).toBeGreaterThan(10)
    for (const { schema, name } of foreign) {
      expect([schema, name, await attempt(as, `select * from ${schema}.${name}`)]).toEqual([schema, name, '42501'])
    }
    await as.close()
  })

  test('P11-07 EMA-02 T7 given every table it can see or not, when updated, deleted, truncated or inserted into, then denied', async () => {
    const as = loginAs(role)
    for (const { schema, name } of (await catalogue()).filter(({ kind }) => kind === 'r')) {
      for (const statement of [
        `delete from ${schema}.${name}`,
        `truncate ${schema}.${name}`,
        `insert into ${schema}.${name} default values`,
      ]) {
        expect([statement, await attempt(as, statement)]).toEqual([statement, '42501'])
      }
    }
    for (const table of ['record.event', 'unblinded.event', 'record.idempotency', 'audit.leaf', 'audit.log']) {
      const column = table.startsWith('audit') ? 'study_id' : 'actor'
      expect(await attempt(as, `update ${table} set ${column} = 'x'`)).toBe('42501')
    }
    await as.close()
  })

  test('EMA-01 EMA-16 given its login, when it tries to become the owner, to make something or to switch the audit off, then denied', async () => {
    const as = loginAs(role)
    for (const statement of [
      'set role trialwright_migrate',
      'create table public.mine (a int)',
      'create schema mine',
      // What is appended and its leaf are one function's work; without that function nothing is appended.
      'drop function record.append_all(jsonb)',
      'create or replace function record.now_utc() returns timestamptz language sql as $$select timestamptz $$',
      'alter table record.event disable trigger all',
      'alter table audit.leaf disable trigger all',
      'drop table audit.leaf',
      'alter view audit.open_event rename to hidden',
      'set session_replication_role = replica',
    ])
      expect([statement, await attempt(as, statement)]).toEqual([statement, '42501'])
    await as.close()
  })
})

test('given every definer function, then its search path is fixed and it belongs to the owner that cannot log in', async () => {
  const { rows } = await connectedTo(database.adminUrl, (client) =>
    client.query<{ name: string; owner: string; config: string[] | null; login: boolean }>(
      `select p.oid::regprocedure::text as name, r.rolname as owner, p.proconfig as config, r.rolcanlogin as login
       from pg_proc p join pg_roles r on r.oid = p.proowner where p.prosecdef and p.pronamespace::regnamespace::text !~ '^pg_'`,
    ),
  )
  expect(rows.length).toBeGreaterThan(20)
  for (const { name, ...rest } of rows) {
    expect({ name, ...rest }).toEqual({
      name,
      owner: 'trialwright_migrate',
      // How its statements are planned is its own affair.
      config: expect.arrayContaining(['search_path=pg_catalog, pg_temp']),
      login: false,
    })
  }
})

test('R3-11 given the right password of another role only, when a role logs in, then it is refused', async () => {
  const swapped = { ...database.passwords, unblinded: database.passwords.blinded }
  const as = openDatabase(roleUrl(database.adminUrl, 'unblinded', swapped), { connections: 1 })
  await expect(as.read('select 1')).rejects.toMatchObject({ name: 'Unavailable', cause: { code: '28P01' } })
  await as.close()
})
