import path from 'node:path'
import {
  EmbeddedFailure,
  migrate,
  openPools,
  type Pools,
  readOrCreatePasswords,
  startEmbedded,
} from '@trialwright/records'
import { Stop } from '../stop.ts'

export interface OpenDatabase {
  readonly adminUrl: string
  readonly pools: Pools
  readonly embedded: boolean
  close(): Promise<void>
}

/** Starts the embedded server, or reaches the one that is named, brings it to this release and opens the pools. */
export async function openDatabase(data: string, databaseUrl: string | undefined): Promise<OpenDatabase> {
  const server = databaseUrl === undefined ? await embedded(data) : undefined
  const adminUrl = server?.adminUrl ?? (databaseUrl as string)
  try {
    const passwords = readOrCreatePasswords(path.join(data, 'roles.json'))
    const migrated = await migrate(adminUrl, passwords)
    if (migrated.result === 'changedFile')
      throw new Stop(
        `The migration ${migrated.file} was changed after this database had applied it; restore the file as it was released.`,
      )
    if (migrated.result === 'newerDatabase')
      throw new Stop(`The database was written by a newer release (it has ${migrated.file}); start that release.`)
    const pools = openPools({ url: adminUrl, passwords })
    return {
      adminUrl,
      pools,
      embedded: server !== undefined,
      async close() {
        await pools.close()
        await server?.stop()
      },
    }
  } catch (error) {
    await server?.stop()
    throw databaseUrl === undefined ? error : unreachable(error)
  }
}

async function embedded(data: string) {
  try {
    return await startEmbedded({ folder: path.join(data, 'postgres'), durable: true })
  } catch (error) {
    throw error instanceof EmbeddedFailure ? new Stop(error.message) : error
  }
}

/** Why a named server did not answer, without its password. */
function unreachable(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string }
  if (error instanceof Stop || code === undefined) return error
  return new Stop(
    `The database that DATABASE_URL names cannot be used (${code}: ${message}); check address, user and rights.`,
  )
}
