import { expect, test } from 'vitest'
import { freshDatabase } from './freshDatabase.ts'
import { connectedTo } from './statements.ts'

test('given two fresh databases, when one is written, then the other does not see it', async () => {
  await using first = await freshDatabase()
  await using second = await freshDatabase()
  await connectedTo(first.adminUrl, (client) => client.query('create table public.only_here (a int)'))
  expect(await tables(first.adminUrl)).toContain('only_here')
  expect(await tables(second.adminUrl)).not.toContain('only_here')
})

test('given an open connection, when the database is dropped, then it is gone all the same', async () => {
  const database = await freshDatabase({ migrated: false })
  await connectedTo(database.adminUrl, () => database.drop()).catch(() => {})
  await expect(tables(database.adminUrl)).rejects.toMatchObject({ code: '3D000' })
})

async function tables(url: string): Promise<string[]> {
  const statement = `select table_name from information_schema.tables where table_schema = 'public'`
  const { rows } = await connectedTo(url, (client) => client.query<{ table_name: string }>(statement))
  return rows.map((row) => row.table_name)
}
