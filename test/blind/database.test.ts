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

/** Written before the study opens: the drawn list itself, whose arms have names of unlike length in this trial. */
const beforehand = 'unblinded.slot'
/** Touched by whoever reads, in the order the machine likes. */
const byReaders = 'access.session'

/**
 * What PostgreSQL's counters could be made of: of every row of every table the size of each value and the transaction that
 * wrote it, counted within the database. Page numbers, dead rows and estimates follow from these and
 * from when the server tidied up, which no arm decides; run-time logins cannot ask for them (`counters.test.ts`).
 */
async function shapeOf({ admin }: World): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await admin.read<{ name: string; key: string; sizes: string }>(
    `select c.oid::regclass::text as name,
       (select string_agg(quote_ident(a.attname), ', ' order by k.place) from pg_index i,
          unnest(i.indkey) with ordinality k (number, place) join pg_attribute a on a.attnum = k.number
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as key,
       (select string_agg(format('coalesce(pg_column_size(%I), 0)', attname), ', ' order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped) as sizes
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^pg_|^information_schema$|^harness$|^migration$' order by 1`,
  )
  const shapes = new Map<string, readonly { readonly sizes: readonly number[]; readonly writer: string }[]>()
  for (const { name, key, sizes } of tables.filter((each) => ![beforehand, byReaders].includes(each.name)))
    shapes.set(
      name,
      await admin.read(`select array[${sizes}] as sizes, xmin::text as writer from ${name} order by ${key}`),
    )
  const writers = new Set([...shapes.values()].flatMap((rows) => rows.map(({ writer }) => Number(writer))))
  const turn = new Map([...writers].toSorted((a, b) => a - b).map((writer, place) => [writer, place]))
  return new Map(
    [...shapes].map(([name, rows]) => [
      name,
      rows.map(({ sizes, writer }) => `${turn.get(Number(writer))}: ${sizes.join(' ')}`).toSorted(),
    ]),
  )
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
      await traceOf(world, { roles: 0, atArms: 0, thorough: false, surveys: false, knocks: false, acts: 'whole' })
    }
  }, 900_000)
  afterAll(async () => {
    for (const world of worlds) await world[Symbol.asyncDispose]()
    await template[Symbol.asyncDispose]()
  })

  test('R11 B5 EMA-07 when every row of every table is weighed, then values are as long in both, and written by as many transactions', async () => {
    const [one, other] = await Promise.all(worlds.map(shapeOf))
    expect(one!.get('unblinded.event')!.length).toBeGreaterThan(15)
    expect(one!.get('record.event')!.length).toBeGreaterThan(100)
    expect(one!.size).toBeGreaterThan(15)
    for (const [name, rows] of one!) expect([name, other!.get(name)]).toEqual([name, rows])
  }, 300_000)

  test('R11 when every sealed record is counted, then there are as many of each kind for each stream in both', async () => {
    const counts = await Promise.all(
      worlds.map(({ admin }) =>
        admin.read(
          'select stream_id, type, count(*)::int, sum(octet_length(record))::int from unblinded.event group by 1, 2 order by 1, 2',
        ),
      ),
    )
    expect(counts[1]).toEqual(counts[0])
  })
})

describe('given everything on the unblinded side', () => {
  let template: Template
  let world: World
  beforeAll(async () => {
    template = await makeTemplate(study)
    world = await openWorld(template, tables[0])
  }, 900_000)
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
    300_000,
  )
})
