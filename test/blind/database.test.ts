import { type Database, openDatabase, roleUrl } from '@trialwright/records'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTemplate, type Template } from './installation.ts'
import { traceOf } from './replay.ts'
import { studyWith, usualNames } from './study.ts'
import { openWorld, type World } from './world.ts'
import type { SecretTable } from './worlds/tables.ts'

const study = studyWith(usualNames)
const [verum, control] = study.arms

/** As unlike as two worlds can be: what is long in one is short in the other, and both are out of balance. */
const tables: readonly [SecretTable, SecretTable] = [
  { north: [verum, verum, verum, verum, control], south: [verum, verum] },
  { north: [control, control, control, control, verum], south: [control, control] },
]

/**
 * What PostgreSQL tells anybody who is connected. Oids, what counts reads, and sessions, which the readers of the harness
 * touch at the same time, are the machine's and not the trial's.
 */
const told: Readonly<Record<string, string>> = {
  sizes: `select n.nspname, c.relname, c.relpages, c.reltuples, pg_relation_size(c.oid) as size,
      pg_total_relation_size(c.oid) as total, pg_table_size(c.oid) as with_toast
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'i', 't', 'm', 'S') and n.nspname !~ '^pg_(cat|temp)|^information' order by 1, 2`,
  activity: `select schemaname, relname, n_tup_ins, n_tup_upd, n_tup_del, n_live_tup, n_dead_tup, n_mod_since_analyze
    from pg_stat_all_tables where schemaname !~ '^pg_|^information|^harness' and relname <> 'session' order by 1, 2`,
  distributions: `select schemaname, tablename, attname, null_frac, avg_width, n_distinct, most_common_vals::text,
      most_common_freqs, histogram_bounds::text, correlation from pg_stats
    where schemaname !~ '^pg_|^information' order by 1, 2, 3`,
  sequences: 'select * from pg_sequences order by 1, 2',
  locks: `select locktype, mode from pg_locks where database = (select oid from pg_database where datname = current_database())
    and pid <> pg_backend_pid() order by 1, 2`,
}

const loginAs = (world: Pick<World, 'database'>, role: 'blinded' | 'audit' | 'access' | 'vault'): Database =>
  openDatabase(roleUrl(world.database.adminUrl, role, world.database.passwords), { connections: 1 })

describe('given the same trial in two worlds out of balance in opposite ways', () => {
  let template: Template
  const worlds: World[] = []
  beforeAll(async () => {
    template = await makeTemplate(study)
    for (const table of tables) {
      const world = await openWorld(template, table, { connections: 1 })
      worlds.push(world)
      await traceOf(world, { roles: 0, atArms: 0, surveys: false, knocks: false, acts: 'whole' })
      // Counts of activity are told when a connection ends.
      await world.close()
      await world.admin.write('analyze')
    }
  })
  afterAll(async () => {
    for (const world of worlds) await world[Symbol.asyncDispose]()
    await template[Symbol.asyncDispose]()
  })

  test.each(Object.keys(told))(
    'R11 B5 EMA-07 when the blinded role asks the catalogue for %s, then both answer alike',
    async (name) => {
      const answers: string[] = []
      for (const world of worlds) {
        const blinded = loginAs(world, 'blinded')
        answers.push((await blinded.read(told[name]!)).map((row) => JSON.stringify(row)).join('\n'))
        await blinded.close()
      }
      expect(answers[1]).toBe(answers[0])
      if (name !== 'sequences' && name !== 'locks') expect(answers[0]!.length).toBeGreaterThan(1_000)
    },
  )

  test('R11 when every sealed record is weighed, then it weighs the same in both', async () => {
    const weights = await Promise.all(
      worlds.map(({ admin }) =>
        admin.read(
          'select position, stream_id, type, octet_length(record) as bytes from unblinded.event order by study_id, position',
        ),
      ),
    )
    expect(weights[0]!.length).toBeGreaterThan(15)
    expect(weights[1]).toEqual(weights[0])
  })
})

describe('given everything on the unblinded side', () => {
  let template: Template
  let world: World
  beforeAll(async () => {
    template = await makeTemplate(study)
    world = await openWorld(template, tables[0])
  })
  afterAll(async () => {
    await world[Symbol.asyncDispose]()
    await template[Symbol.asyncDispose]()
  })

  /** Statements that would read, take or learn something there, one for each object and way. */
  const attempts = async (): Promise<readonly string[]> => {
    const relations = await world.admin.read<{ name: string; columns: string[] }>(
      `select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relnamespace = 'unblinded'::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'f', 'S') group by c.oid`,
    )
    const functions = await world.admin.read<{ call: string }>(
      `select format('unblinded.%I(%s)', p.proname,
         (select string_agg('null::' || format_type(t, null), ', ' order by place)
          from unnest(p.proargtypes) with ordinality as types (t, place))) as call
       from pg_proc p where p.pronamespace = 'unblinded'::regnamespace and p.prokind = 'f'`,
    )
    expect(relations.length).toBeGreaterThan(4)
    expect(functions.length).toBeGreaterThan(5)
    return [
      ...relations.flatMap(({ name, columns }) => [
        `select * from ${name}`,
        `select count(*) from ${name}`,
        ...columns.map((column) => `select ${column} from ${name} limit 1`),
        `explain select * from ${name} where ${columns[0]} is not null`,
        `copy ${name} to stdout`,
        `do $$ begin lock table ${name} in access share mode; end $$`,
        `create temporary view seen as select * from ${name}`,
      ]),
      ...functions.map(({ call }) => `select ${call}`),
      // Ways round the tables.
      `select pg_read_file('PG_VERSION')`,
      `select pg_ls_dir('.')`,
      `select lo_import('PG_VERSION')`,
      `copy (select 1) to program 'cat'`,
      `copy (select 1) to '/tmp/out'`,
      `select * from pg_statistic`,
      `select rolpassword from pg_authid`,
      `set role trialwright_unblinded`,
      `set session authorization trialwright_unblinded`,
      `select pg_stat_file('PG_VERSION')`,
      `create function public.mine() returns int language sql as 'select 1'`,
      `alter table record.event enable row level security`,
      `create trigger t after insert on record.read_model execute function pg_catalog.suppress_redundant_updates_trigger()`,
    ]
  }

  test.each(['blinded', 'audit', 'access', 'vault'] as const)(
    'R11 B5 R3-11 when the role %s tries each of them in every way, then it is denied each time',
    async (role) => {
      const database = loginAs(world, role)
      const done: string[] = []
      for (const statement of await attempts()) {
        const answer = await database.read(statement).then(
          () => 'done',
          (error: { readonly code?: string }) => error.code ?? 'no code',
        )
        // 42501: not permitted. 22023: not a role of this login's, and therefore none to become.
        if (!['42501', '22023'].includes(answer)) done.push(`${statement}: ${answer}`)
      }
      await database.close()
      expect(done).toEqual([])
    },
  )

  test('R11 when the blinded role looks at who is connected, then it sees nobody else’s statements, and no distribution of theirs', async () => {
    const unblinded = openDatabase(roleUrl(world.database.adminUrl, 'unblinded', world.database.passwords))
    await unblinded.read('select unblinded.list_state($1)', [study.compiled.id])
    const blinded = loginAs(world, 'blinded')
    const others = await blinded.read<{ query: string }>(
      `select distinct query from pg_stat_activity where datname = current_database() and usename = 'trialwright_unblinded'`,
    )
    expect(others.map(({ query }) => query)).toEqual(['<insufficient privilege>'])
    const known = await blinded.read(`select * from pg_stats where schemaname in ('unblinded', 'vault', 'access')`)
    expect(known).toEqual([])
    await Promise.all([blinded.close(), unblinded.close()])
  })
})
