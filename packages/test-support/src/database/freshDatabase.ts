import { randomBytes } from 'node:crypto'
import type { Passwords } from '@trialwright/records'
import pg from 'pg'
import { borrow } from '../borrow.ts'
import type { SharedServer } from './sharedServer.ts'
import { connectedTo, withDatabase } from './statements.ts'

export type FreshDatabase = AsyncDisposable & {
  readonly name: string
  /** The superuser's URL of this database. */
  readonly adminUrl: string
  /** Of the run-time roles, for `openPools({ url: adminUrl, passwords })`. */
  readonly passwords: Passwords
  /** Drops the database and every connection to it. */
  drop(): Promise<void>
}

export type FreshDatabaseOptions = {
  readonly migrated?: boolean
  /** Name of a database to copy instead; nobody may be connected to it. */
  readonly copyOf?: string
}

/** A database of the test's own: a copy of the migrated one, an empty one, or a copy of one prepared by the test. */
export async function freshDatabase({ migrated = true, copyOf }: FreshDatabaseOptions = {}): Promise<FreshDatabase> {
  const server = await borrow<SharedServer>('database')
  const name = `test_${randomBytes(8).toString('hex')}`
  const template = copyOf ?? (migrated ? server.template : 'template0')
  const create = `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`
  await connectedTo(server.adminUrl, (client) => client.query(create))
  const drop = async (): Promise<void> => {
    await connectedTo(server.adminUrl, (client) =>
      client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
    )
  }
  return {
    name,
    adminUrl: withDatabase(server.adminUrl, name),
    passwords: server.passwords,
    drop,
    [Symbol.asyncDispose]: drop,
  }
}
