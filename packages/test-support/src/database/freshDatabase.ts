import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { borrow } from '../borrow.ts'
import type { SharedServer } from './sharedServer.ts'
import { connectedTo, withDatabase } from './statements.ts'

export type FreshDatabase = AsyncDisposable & {
  readonly name: string
  /** The superuser's URL of this database. */
  readonly adminUrl: string
  /** Drops the database and every connection to it. */
  drop(): Promise<void>
}

/** A database of the test's own: a copy of the migrated one, or an empty one. */
export async function freshDatabase({ migrated = true } = {}): Promise<FreshDatabase> {
  const server = await borrow<SharedServer>('database')
  const name = `test_${randomBytes(8).toString('hex')}`
  const template = pg.escapeIdentifier(migrated ? server.template : 'template0')
  await connectedTo(server.adminUrl, (client) => client.query(`create database ${name} template ${template}`))
  const drop = async (): Promise<void> => {
    await connectedTo(server.adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { name, adminUrl: withDatabase(server.adminUrl, name), drop, [Symbol.asyncDispose]: drop }
}
