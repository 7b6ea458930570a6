import { randomUUID } from 'node:crypto'
import { connectedTo } from '@trialwright/test-support'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command, event, openTrial, sha256, studyId, type Trial } from '../testing/trial.ts'
import { verify } from '../verify/verify.ts'
import { createAppender } from './appender.ts'
import type { AppendEntry } from './entry.ts'
import { loadSealed, recall, recallSealed } from './load.ts'

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

describe('a sealed stream that was read before', () => {
  test('given what came since, when it is read again, then the same events stand there and what came since behind them', async () => {
    const [stock, other] = [newStock(), newStock()]
    const read = () => recallSealed(trial.pools.unblinded, studyId, [other, stock])
    expect((await read()).get(stock)).toEqual({ version: 0, events: [] })
    await append(sealed(stock, 0))
    const first = (await read()).get(stock)!
    await append(sealed(stock, 1))
    await append(sealed(other, 0))
    const second = await read()
    expect(second.get(stock)!.events[0]).toBe(first.events[0])
    expect(second).toEqual(await loadSealed(trial.pools.unblinded, studyId, [other, stock]))
    expect(second.get(stock)!.version).toBe(2)
  })

  test('R3-11 given it is known, when the blinded side asks for it, then it is denied, and nothing of it is among open streams', async () => {
    const stock = newStock()
    await append(sealed(stock, 0))
    await recallSealed(trial.pools.unblinded, studyId, [stock])
    await expect(recallSealed(trial.pools.blinded, studyId, [stock])).rejects.toThrow(/permission denied/)
    expect((await recall(trial.pools.blinded, studyId, [stock])).get(stock)).toEqual({ version: 0, events: [] })
  })

  test('given the right to read it was taken away, when it is asked for again, then it is not told from memory', async () => {
    const stock = newStock()
    await append(sealed(stock, 0))
    await recallSealed(trial.pools.unblinded, studyId, [stock])
    const right = 'execute on function unblinded.load(text, text[], bigint[])'
    const alter = (statement: string) => connectedTo(trial.database.adminUrl, (client) => client.query(statement))
    await alter(`revoke ${right} from trialwright_unblinded`)
    await expect(recallSealed(trial.pools.unblinded, studyId, [stock])).rejects.toThrow(/permission denied/)
    await alter(`grant ${right} to trialwright_unblinded`)
    expect((await recallSealed(trial.pools.unblinded, studyId, [stock])).get(stock)!.version).toBe(1)
  })

  test('given the drawn list, when it is asked for with what came since, then nothing is told of it', async () => {
    const streams = await recallSealed(trial.pools.unblinded, studyId, ['unblinded/randomisation'])
    expect(streams.get('unblinded/randomisation')).toEqual({ version: 0, events: [] })
  })
})

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
