import { randomUUID } from 'node:crypto'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, event, openTrial, sha256, studyId, type Trial } from '../testing/trial.ts'
import { verify } from '../verify/verify.ts'
import { createAppender } from './appender.ts'
import type { AppendEntry } from './entry.ts'
import { loadSealed } from './load.ts'

let trial: Trial
let append: Trial['append']
beforeAll(async () => {
  trial = await openTrial()
  append = createAppender(trial.pools.unblinded, { door: 'unblinded' }).append
})
afterAll(() => trial[Symbol.asyncDispose]())

const newStock = (): string => `unblinded/stock/${randomUUID()}`

/** A command on a sealed stream alone: nothing of it goes to the open side. */
const sealed = (streamId: string, version: number, more: Partial<AppendEntry> = {}): AppendEntry =>
  command({
    streamId: 'stock',
    events: [],
    role: 'unblindedPharmacist',
    sealedEvents: [{ streamId, ...event('LotReceived', { vials: 4 }) }],
    expectedSealed: [{ streamId, version }],
    ...more,
  })

const versionOf = async (streamId: string): Promise<number> =>
  (await loadSealed(trial.pools.unblinded, studyId, [streamId])).get(streamId)!.version

describe('a sealed stream with an expected version', () => {
  test('given a stream at version 1, when a command saw none of it, then it conflicts and leaves nothing', async () => {
    const stock = newStock()
    expect(await append(sealed(stock, 0))).toMatchObject({ result: 'appended', version: 0, positions: [] })
    expect(await append(sealed(stock, 0))).toEqual({ result: 'conflict', version: 1 })
    expect(await append(sealed(stock, 2))).toEqual({ result: 'conflict', version: 1 })
    expect(await versionOf(stock)).toBe(1)
    expect(await append(sealed(stock, 1))).toMatchObject({ result: 'appended' })
    expect(await versionOf(stock)).toBe(2)
  })

  test('given 20 commands that saw the same version, when they are sent at once, then one is appended', async () => {
    const stock = newStock()
    const others = [1, 2].map(() => createAppender(trial.pools.unblinded, { door: 'unblinded' }))
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (others[index % 3]?.append ?? append)(sealed(stock, 0))),
    )
    expect(results.filter(({ result }) => result === 'appended')).toHaveLength(1)
    expect(results.filter(({ result }) => result === 'conflict')).toHaveLength(19)
    expect(await versionOf(stock)).toBe(1)
  })

  test('D8 given a command that was carried out, when it is repeated later, then it is answered as the first time', async () => {
    const stock = newStock()
    const first = sealed(stock, 0, { response: '{"ok":1}' })
    await append(first)
    await append(sealed(stock, 1))
    expect(await append(first)).toEqual({ result: 'replayed', response: '{"ok":1}' })
    expect(await append({ ...first, bodyHash: sha256('other') })).toEqual({ result: 'keyReused' })
  })

  test('given two streams, when only the second has moved on, then it conflicts', async () => {
    const [one, two] = [newStock(), newStock()]
    await append(sealed(two, 0))
    const expectedSealed = [
      { streamId: one, version: 0 },
      { streamId: two, version: 0 },
    ]
    expect(await append(sealed(one, 0, { expectedSealed }))).toMatchObject({ result: 'conflict' })
    expect(await versionOf(one)).toBe(0)
  })

  test('given sealed commands, when the logs are verified, then every record has its leaf and the open log has none of them', async () => {
    const { problem, logs } = await verify(trial.database.adminUrl, studyId)
    expect(problem).toBeUndefined()
    expect(logs).toMatchObject([
      { log: 'open', size: 1 },
      { log: 'sealed', size: expect.any(Number) },
    ])
    expect(logs[1]!.size).toBeGreaterThan(5)
  })
})

test('channel 20 given sealed records of other words, when their room is measured, then it is the same, uncompressed', async () => {
  const stock = newStock()
  for (const [version, product] of ['x', 'a product with a much longer name', 'z'.repeat(500)].entries())
    await append(sealed(stock, version, { sealedEvents: [{ streamId: stock, ...event('LotReceived', { product }) }] }))
  const rows = await connectedTo(trial.database.adminUrl, async (client) => {
    const statement =
      'select distinct octet_length(record) as long, pg_column_size(record) as room from unblinded.event where stream_id = $1'
    return (await client.query<{ long: number; room: number }>(statement, [stock])).rows
  })
  expect(rows).toEqual([{ long: 1792, room: expect.any(Number) }])
  expect(rows[0]!.room).toBeGreaterThanOrEqual(1792)
})
