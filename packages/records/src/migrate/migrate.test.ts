import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectedTo, freshDatabase } from '@trialwright/test-support'
import { afterAll, expect, test } from 'vitest'
import { newPasswords, readOrCreatePasswords } from '../pools/passwords.ts'
import { migrationFolder, readMigrations } from './files.ts'
import { migrate } from './migrate.ts'

const scratch = mkdtempSync(join(tmpdir(), 'migrations-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A copy of the migrations that a test may alter. */
const copy = (name: string): string => {
  const folder = join(scratch, name)
  cpSync(migrationFolder, folder, { recursive: true })
  return folder
}
const rows = async <Row extends object>(url: string, statement: string): Promise<readonly Row[]> =>
  connectedTo(url, async (client) => (await client.query<Row>(statement)).rows)

const files = readMigrations(migrationFolder)

test('given an empty database, when migrated twice, also at once, then every file is applied once', async () => {
  await using database = await freshDatabase({ migrated: false })
  const results = await Promise.all([1, 2, 3].map(() => migrate(database.adminUrl, database.passwords)))
  const applied = results.flatMap((each) => (each.result === 'migrated' ? each.applied : [each.result]))
  expect(applied).toEqual(files.map(({ name }) => name))
  expect(await rows(database.adminUrl, 'select name from migration.applied order by name')).toHaveLength(files.length)
})

test('given a migrated database, when an applied file has changed by one byte, then changedFile names it and nothing happens', async () => {
  await using database = await freshDatabase()
  const folder = copy('changed')
  writeFileSync(join(folder, files[2]!.name), `${files[2]!.text} `)
  writeFileSync(
    join(folder, '0099-new.sql'.replace('0099', String(files.length + 1).padStart(4, '0'))),
    'create table public.new (a int)',
  )
  expect(await migrate(database.adminUrl, database.passwords, folder)).toEqual({
    result: 'changedFile',
    file: files[2]!.name,
  })
  expect(await rows(database.adminUrl, `select 1 from pg_tables where tablename = 'new'`)).toEqual([])
})

test('given a database of a later release, when an earlier one starts, then newerDatabase', async () => {
  await using database = await freshDatabase()
  const folder = copy('older')
  rmSync(join(folder, files.at(-1)!.name))
  const result = await migrate(database.adminUrl, database.passwords, folder)
  expect(result).toEqual({ result: 'newerDatabase', file: files.at(-1)!.name })
})

test('D14 given a file that fails half way, when migrated, then nothing of it stays and the mended file is applied later', async () => {
  await using database = await freshDatabase()
  const folder = copy('failing')
  const name = `${String(files.length + 1).padStart(4, '0')}-next.sql`
  writeFileSync(join(folder, name), 'create schema half; create table half.way (a int); select 1 / 0;')
  await expect(migrate(database.adminUrl, database.passwords, folder)).rejects.toThrow(
    `migration ${name} failed: division by zero`,
  )
  expect(await rows(database.adminUrl, `select 1 from pg_namespace where nspname = 'half'`)).toEqual([])
  writeFileSync(join(folder, name), 'create schema whole')
  expect(await migrate(database.adminUrl, database.passwords, folder)).toMatchObject({ applied: [name] })
})

test('given a gap or a doubled number, when files are read, then it is refused', () => {
  const folder = copy('gap')
  writeFileSync(join(folder, `${String(files.length + 2).padStart(4, '0')}-gap.sql`), '')
  expect(() => readMigrations(folder)).toThrow(`should have number ${files.length + 1}`)
})

test('given every table, view, column, schema and function, then it has a comment', async () => {
  await using database = await freshDatabase()
  const bare = await rows<{ name: string }>(
    database.adminUrl,
    `with ours as (select oid from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public'))
     select 'schema ' || oid::regnamespace as name from ours where obj_description(oid, 'pg_namespace') is null
     union all
     select 'table ' || c.oid::regclass from pg_class c where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'v', 'm')
       and obj_description(c.oid, 'pg_class') is null
     union all
     select 'column ' || c.oid::regclass || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace in (select oid from ours) and c.relkind in ('r', 'v', 'm') and a.attnum > 0 and not a.attisdropped
       and col_description(c.oid, a.attnum) is null
     union all
     select 'function ' || p.oid::regprocedure from pg_proc p where p.pronamespace in (select oid from ours)
       and obj_description(p.oid, 'pg_proc') is null`,
  )
  expect(bare).toEqual([])
  expect(
    (await rows(database.adminUrl, `select 1 from pg_tables where schemaname in ('record', 'unblinded', 'access')`))
      .length,
  ).toBeGreaterThan(10)
})

test('given every key and index of a table with study_id, then it starts with study_id', async () => {
  await using database = await freshDatabase()
  const wrong = await rows(
    database.adminUrl,
    `select i.indexrelid::regclass as name from pg_index i
     join pg_attribute s on s.attrelid = i.indrelid and s.attname = 'study_id'
     where s.attnum <> i.indkey[0] and i.indexrelid::regclass::text <> 'access.role_grant_by_account'`,
  )
  expect(wrong).toEqual([])
})

test('given no sequence in the schema, then no number can jump after a crash', async () => {
  await using database = await freshDatabase()
  expect(await rows(database.adminUrl, `select relname from pg_class where relkind = 'S'`)).toEqual([])
})

test('given a passwords file, when read again, then it holds the same; two installations never share one', () => {
  const file = join(scratch, 'data', 'passwords.json')
  const first = readOrCreatePasswords(file)
  expect(readOrCreatePasswords(file)).toEqual(first)
  expect(newPasswords()).not.toEqual(first)
})
