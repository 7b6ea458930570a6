import { hash, randomUUID } from 'node:crypto'
import { createAppender, openDatabase, verify } from '../src/index.ts'
import { leafDigest } from '../src/merkle/hash.ts'
import { growTree } from '../src/merkle/tree.ts'
import { median, type Server, sha256, startServer, studyId } from './server.ts'

export type VerifyFigures = {
  readonly events: number
  /** Events a second: leaves and tree over records in memory, and a plain chain over the same. Goal of the ratio: at least 0.5. */
  readonly hashing: { readonly merkle: number; readonly chain: number; readonly ratio: number }
  /** Events a second from the database: everything `verify` checks, and the same records read in pages and chained. Goal: at least 0.5. */
  readonly database: { readonly verify: number; readonly chain: number; readonly ratio: number }
}

/** Verification of an open log against the plainest check there is: one SHA-256 chain over the same bytes, in the same run. */
export const benchVerify = async ({ rounds = 5, events = 50_000 } = {}): Promise<VerifyFigures> => {
  await using server = await startServer()
  await fill(server, events)
  const records = await allRecords(server)
  const seconds = { merkle: [] as number[], chain: [] as number[], verify: [] as number[], readChain: [] as number[] }
  const time = async (into: number[], work: () => unknown): Promise<void> => {
    const start = performance.now()
    await work()
    into.push((performance.now() - start) / 1000)
  }
  for (let round = 0; round <= rounds; round += 1) {
    await time(seconds.merkle, () => merkle(records))
    await time(seconds.chain, () => chain(records))
    await time(seconds.verify, async () => {
      const { problem } = await verify(server.pools.audit, studyId)
      if (problem) throw new Error(problem.text.en)
    })
    await time(seconds.readChain, async () => chain(await allRecords(server)))
  }
  // The first round warms up.
  const rate = (times: readonly number[]): number => records.length / median(times.slice(1))
  const ratio = (ours: readonly number[], plain: readonly number[]): number =>
    median(ours.slice(1).map((own, index) => plain[index + 1]! / own))
  return {
    events: records.length,
    hashing: { merkle: rate(seconds.merkle), chain: rate(seconds.chain), ratio: ratio(seconds.merkle, seconds.chain) },
    database: {
      verify: rate(seconds.verify),
      chain: rate(seconds.readChain),
      ratio: ratio(seconds.verify, seconds.readChain),
    },
  }
}

const merkle = (records: readonly string[]): string => {
  const tree = growTree()
  for (const record of records) tree.add(leafDigest(record))
  return tree.root()
}

const chain = (records: readonly string[]): string => {
  let previous = '0'.repeat(64)
  for (const record of records) previous = hash('sha256', previous + record, 'hex')
  return previous
}

const fill = async (server: Server, events: number): Promise<void> => {
  const appender = createAppender(server.pools.blinded)
  const text = JSON.stringify({ at: '2027-03-01T09:30:00.000Z', item: 'pain.odi', note: 'x'.repeat(60), value: '34' })
  const perCommand = 20
  const one = () =>
    appender.append({
      studyId,
      streamId: `participant/${randomUUID()}`,
      expectedVersion: 0,
      key: randomUUID(),
      bodyHash: sha256(text),
      actor: 'account-1',
      role: 'coordinator',
      site: 'north',
      definitionHash: sha256('definition'),
      response: '{}',
      events: Array.from({ length: perCommand }, () => ({ type: 'ValueRecorded', text })),
    })
  await Promise.all(Array.from({ length: events / perCommand }, one))
}

const allRecords = async (server: Server): Promise<readonly string[]> => {
  const reader = openDatabase(server.adminUrl, { connections: 1 })
  const records: string[] = []
  for (let from = 0; ; from += 2_000) {
    const rows = await reader.read<{ record: string }>(
      'select record from record.event where study_id = $1 and position >= $2 and position < $3 order by position',
      [studyId, from, from + 2_000],
    )
    for (const row of rows) records.push(row.record)
    if (rows.length < 2_000) break
  }
  await reader.close()
  return records
}

if (import.meta.main) {
  const { events, hashing, database } = await benchVerify()
  console.log(`${events} events`)
  console.table({
    'hashes in memory': {
      'ours, events/s': Math.round(hashing.merkle),
      'plain chain, events/s': Math.round(hashing.chain),
      ratio: hashing.ratio.toFixed(2),
    },
    'from the database': {
      'ours, events/s': Math.round(database.verify),
      'plain chain, events/s': Math.round(database.chain),
      ratio: database.ratio.toFixed(2),
    },
  })
  console.log('goal: each ratio at least 0.5')
}
