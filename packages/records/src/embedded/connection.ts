import pg from 'pg'

export function adminUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
}

/**
 * Asks the server behind a URL whether it syncs to disk. Undefined when none answers. Only a server holding our password's
 * verifier gets through SCRAM, so an answer also shows that it is the server of this cluster.
 */
export async function askDurable(url: string): Promise<boolean | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ fsync: string }>('show fsync')
    return rows[0]?.fsync === 'on'
  } catch {
    return undefined
  } finally {
    await client.end().catch(() => {})
  }
}
