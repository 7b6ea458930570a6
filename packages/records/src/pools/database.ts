import pg from 'pg'
import { isDefinite, Unavailable } from './failure.ts'

export type Values = readonly unknown[]
export type Read = <Row>(text: string, values?: Values) => Promise<readonly Row[]>

/** What became of a write. `unknown`: it may or may not be stored; repeat it under the same idempotency key. */
export type Written<Row> =
  | { readonly state: 'done'; readonly rows: readonly Row[] }
  | { readonly state: 'unknown'; readonly reason: string }

/** One role's way to the database. Every statement text is a constant and is prepared once per connection. */
export type Database = {
  /** Runs one reading statement. Throws `Unavailable` when the database cannot answer, the database's error otherwise. */
  readonly read: Read
  /** Runs one writing statement as its own transaction. Throws only for a definite failure; a WARNING makes it unknown. */
  readonly write: <Row>(text: string, values?: Values) => Promise<Written<Row>>
  /** Runs several reads on one unchanging state of the database. */
  readonly snapshot: <Result>(work: (read: Read) => Promise<Result>) => Promise<Result>
  /** Statements sent so far; each is one round trip. */
  readonly statements: () => number
  readonly close: () => Promise<void>
}

export type DatabaseOptions = {
  /** Most connections; 10 unless told. */
  readonly connections?: number
  /** Milliseconds after which the server gives a statement up; 10,000 unless told. The client waits half as long again. */
  readonly statementTimeout?: number
  /** Milliseconds to wait for a lock that somebody else holds; 1,500 unless told. */
  readonly lockTimeout?: number
  /** Milliseconds to wait for a free connection; 2,000 unless told. */
  readonly connectionTimeout?: number
}

type Client = pg.PoolClient & { warning?: string | undefined }

/** Opens the only door to `pg`: time limits on everything, error listeners on every client, warnings noticed. */
export const openDatabase = (url: string, options: DatabaseOptions = {}): Database => {
  const statementTimeout = options.statementTimeout ?? 10_000
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: options.connectionTimeout ?? 2_000,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout * 1.5,
    idle_in_transaction_session_timeout: 60_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'trialwright',
    options: `-c timezone=UTC -c lock_timeout=${Math.min(options.lockTimeout ?? 1_500, statementTimeout)} -c client_min_messages=warning`,
  })
  // Without listeners a lost connection would end the process: the pool's covers idle clients, the client's checked-out ones.
  pool.on('error', () => {})
  pool.on('connect', (client: Client) => {
    client.on('error', () => {})
    client.on('notice', (notice) => {
      if (notice.severity === 'WARNING' || notice.code?.startsWith('01'))
        client.warning = `${notice.code}: ${notice.message}`
    })
  })

  let sent = 0
  const names = new Map<string, string>()
  const run = async <Row>(client: Client, text: string, values: Values): Promise<readonly Row[]> => {
    let name = names.get(text)
    if (name === undefined) names.set(text, (name = `s${names.size}`))
    sent += 1
    return new Promise((resolve, reject) => {
      const query = new pg.Query<Row & pg.QueryResultRow>(text, values as unknown[], (error, result) =>
        error ? reject(error) : resolve(result.rows),
      )
      // Given by hand: a configuration is copied, property by property, for every statement.
      client.query(Object.assign(query, { name }))
    })
  }

  const read: Read = async (text, values = []) => {
    const client = await checkOut(pool)
    return settle(client, () => run(client, text, values))
  }

  return {
    read,
    async write(text, values = []) {
      try {
        const client = await checkOut(pool)
        client.warning = undefined
        const rows = await settle(client, () => run<never>(client, text, values))
        return client.warning === undefined ? { state: 'done', rows } : { state: 'unknown', reason: client.warning }
      } catch (error) {
        if (isDefinite(error)) throw error
        return { state: 'unknown', reason: String((error as Error).message) }
      }
    },
    async snapshot(work) {
      const client = await checkOut(pool)
      return settle(client, async () => {
        await client.query('begin isolation level repeatable read read only')
        try {
          return await work((text, values = []) => run(client, text, values))
        } finally {
          await client.query('rollback')
        }
      })
    },
    statements: () => sent,
    close: () => pool.end(),
  }
}

const checkOut = async (pool: pg.Pool): Promise<Client> => {
  try {
    return await pool.connect()
  } catch (error) {
    throw new Unavailable('no connection to the database', { cause: error })
  }
}

/** Gives the client back, or drops it when its connection can no longer be trusted. */
const settle = async <Result>(client: Client, work: () => Promise<Result>): Promise<Result> => {
  try {
    const result = await work()
    client.release()
    return result
  } catch (error) {
    client.release(!isDefinite(error))
    throw isDefinite(error) ? error : new Unavailable('the database did not answer', { cause: error })
  }
}
