import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../pools/database.ts'
import { roleUrl } from '../pools/role.ts'
import { readModel } from '../readModels.ts'
import { command, openTrial, sha256, studyId, type Trial } from '../testing/trial.ts'
import { verifyAll } from '../verify/verify.ts'
import { appendAll } from './appendAll.ts'
import { load } from './load.ts'

let trial: Trial
beforeAll(async () => void (trial = await openTrial()))
afterAll(() => trial[Symbol.asyncDispose]())

const newStream = (): string => `participant/${randomUUID()}`
const three = () => [newStream(), newStream(), newStream()]
const parts = (streams: readonly string[], response = '{"ok":true}') =>
  streams.map((streamId) => {
    const { key: _, ...part } = command({
      streamId,
      response,
      readModels: [{ kind: 'whole', key: streamId, document: {} }],
    })
    return part
  })
const versions = async (streams: readonly string[]) =>
  Promise.all(streams.map(async (stream) => (await load(trial.pools.blinded, studyId, stream)).version))
const modelsOf = async (streams: readonly string[]) => {
  const { rows } = await readModel(trial.pools.blinded, studyId, 'whole', { limit: 1_000 })
  return rows.filter(({ key }) => streams.includes(key)).length
}
const whole = (key: string, of: ReturnType<typeof parts>) => appendAll(trial.pools.blinded, { key, parts: of })

describe('one act over several streams', () => {
  test('D8 given an act, when it is sent twice, then every stream has it once and the second answer is the first', async () => {
    const [streams, key] = [three(), randomUUID()]
    const act = parts(streams, '{"rows":3}')
    expect(await whole(key, act)).toEqual({ result: 'appended' })
    expect(await whole(key, act)).toEqual({ result: 'replayed', response: '{"rows":3}' })
    expect(await versions(streams)).toEqual([1, 1, 1])
    expect(await modelsOf(streams)).toBe(3)
  })

  test('D8 given a used key, when it comes with another body or over other streams, then it is refused and nothing is stored', async () => {
    const [streams, key] = [three(), randomUUID()]
    await whole(key, parts(streams))
    const others = [streams[0]!, newStream(), newStream()]
    const changed = parts(others).map((part) => ({ ...part, bodyHash: sha256('other') }))
    expect(await whole(key, changed)).toEqual({ result: 'keyReused' })
    expect(await versions(others.slice(1))).toEqual([0, 0])
  })

  test.each([0, 1, 2])(
    'R3-20 given somebody who was faster at stream %i, when the act is sent, then no stream has any of it',
    async (at) => {
      const streams = three()
      await trial.append(command({ streamId: streams[at]! }))
      expect(await whole(randomUUID(), parts(streams))).toEqual({ result: 'conflict' })
      expect(await versions(streams)).toEqual([0, 1, 2].map((index) => (index === at ? 1 : 0)))
      expect(await modelsOf(streams)).toBe(0)
    },
  )

  test('given a part that is not JSON, when the act is sent, then it fails and nothing of it is stored', async () => {
    const streams = three()
    const broken = parts(streams).map((part, index) =>
      index === 1 ? { ...part, events: [{ type: 'B', text: '{"a":' }] } : part,
    )
    await expect(whole(randomUUID(), broken)).rejects.toThrow('invalid input syntax for type json')
    expect(await versions(streams)).toEqual([0, 0, 0])
  })

  test('given acts and single commands in a race for the same streams, when all are answered, then each act is whole or absent and the log verifies', async () => {
    const rounds = Array.from({ length: 12 }, three)
    const answers = await Promise.all(
      rounds.flatMap((streams) => [
        whole(randomUUID(), parts(streams)).then(({ result }) => result),
        trial.append(command({ streamId: streams[1]! })).then(({ result }) => result),
        whole(randomUUID(), parts(streams.toReversed())).then(({ result }) => result),
      ]),
    )
    expect(new Set(answers)).toEqual(new Set(['appended', 'conflict']))
    for (const streams of rounds) {
      const found = await versions(streams)
      expect([
        [1, 1, 1],
        [0, 1, 0],
      ]).toContainEqual(found)
    }
    expect((await verifyAll(trial.database.adminUrl)).flatMap(({ problem }) => problem ?? [])).toEqual([])
  })

  test('D1 given a connection that is killed in the middle, when the act is sent again, then it is stored once, whole', async () => {
    const dying = openDatabase(roleUrl(trial.database.adminUrl, 'blinded', trial.database.passwords), {
      connections: 1,
    })
    const admin = openDatabase(trial.database.adminUrl, { connections: 1 })
    for (let round = 0; round < 10; round += 1) {
      const [streams, key] = [Array.from({ length: 40 }, newStream), randomUUID()]
      const act = { key, parts: parts(streams) }
      const [{ pid }] = (await dying.read<{ pid: number }>('select pg_backend_pid() as pid')) as [{ pid: number }]
      const sent = appendAll(dying, act)
      await new Promise((resolve) => void setTimeout(resolve, round))
      await admin.read('select pg_terminate_backend($1)', [pid])
      await sent
      const found = new Set(await versions(streams))
      expect(found.size).toBe(1)
      const again = await appendAll(trial.pools.blinded, act)
      expect(again.result).toBe(found.has(0) ? 'appended' : 'replayed')
      expect(new Set(await versions(streams))).toEqual(new Set([1]))
    }
    await Promise.all([dying.close(), admin.close()])
  })
})
