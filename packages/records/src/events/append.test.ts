import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countStatements } from '../pools/pools.ts'
import { changedDocuments, readModel } from '../readModels.ts'
import { command, event, open, openTrial, sha256, studyId, type Trial } from '../testing/trial.ts'
import { createAppender } from './appender.ts'
import { load } from './load.ts'

let trial: Trial
beforeAll(async () => void (trial = await openTrial()))
afterAll(() => trial[Symbol.asyncDispose]())

/** A stream no other test uses. */
const newStream = (): string => `participant/${randomUUID()}`

describe('append', () => {
  test('P11-06 given an empty stream, when two events are appended, then they are loaded as given, with position, version and time', async () => {
    const streamId = newStream()
    const events = [
      event('ConsentGiven', { at: '2027-01-05', version: '2' }),
      event('ÅpnetSkjema', { note: 'å \u2028 "\\ \n' }),
    ]
    const appended = await trial.append(command({ streamId, events }))
    expect(appended).toMatchObject({ result: 'appended', version: 2 })
    const stream = await load(trial.pools.blinded, studyId, streamId)
    expect(stream.version).toBe(2)
    expect(stream.events[0]).toMatchObject({
      type: 'ConsentGiven',
      at: '2027-01-05',
      version: 1,
      site: 'north',
      role: 'coordinator',
    })
    expect(stream.events[1]).toMatchObject({ type: 'ÅpnetSkjema', note: 'å \u2028 "\\ \n', version: 2 })
    expect(stream.events[0]!.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    expect(appended).toMatchObject({ positions: stream.events.map(({ position }) => position) })
  })

  test('given a stream at version 1, when a command expects version 0, then it conflicts and leaves nothing', async () => {
    const streamId = newStream()
    await trial.append(command({ streamId }))
    const late = command({ streamId, readModels: [{ kind: 'late', key: streamId, document: {} }] })
    expect(await trial.append(late)).toEqual({ result: 'conflict', version: 1 })
    expect((await load(trial.pools.blinded, studyId, streamId)).version).toBe(1)
    expect((await readModel(trial.pools.blinded, studyId, 'late')).rows).toEqual([])
    expect(await trial.append({ ...late, expectedVersion: 1 })).toMatchObject({ result: 'appended', version: 2 })
  })

  test('given a decision on the study’s own stream, when that has grown since, in the same batch too, then it conflicts', async () => {
    const { version } = await load(trial.pools.blinded, studyId, 'study')
    const streamId = newStream()
    const results = await Promise.all([
      trial.append(command({ streamId: 'study', expectedVersion: version })),
      trial.append(command({ streamId, studyVersion: version })),
      trial.append(command({ streamId: newStream() })),
    ])
    expect(results).toMatchObject([
      { result: 'appended' },
      { result: 'conflict', version: version + 1 },
      { result: 'appended' },
    ])
    expect(await trial.append(command({ streamId, studyVersion: version + 1 }))).toMatchObject({ result: 'appended' })
  })

  test('D8 given one key, when 50 copies race, then one row is stored and 49 answers are replayed byte for byte', async () => {
    const response = '{"participant":"1-001",  "spaces":"kept"}'
    const copy = command({ streamId: newStream(), response })
    const others = [1, 2, 3].map(() => createAppender(trial.pools.blinded))
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => (others[index % 4]?.append ?? trial.append)(copy)),
    )
    expect(results.filter(({ result }) => result === 'appended')).toHaveLength(1)
    expect(results.filter((each) => each.result === 'replayed' && each.response === response)).toHaveLength(49)
    expect((await load(trial.pools.blinded, studyId, copy.streamId)).version).toBe(1)
  })

  test('D8 given a used key, when it comes with another body or from another account, then keyReused', async () => {
    const first = command({ streamId: newStream() })
    await trial.append(first)
    expect(await trial.append({ ...first, bodyHash: sha256('other') })).toEqual({ result: 'keyReused' })
    expect(await trial.append({ ...first, actor: 'account-2' })).toEqual({ result: 'keyReused' })
    expect(await trial.append(first)).toEqual({ result: 'replayed', response: first.response })
  })

  test('given a group with a conflict and a text that is not JSON, when it is sent, then only those two fail', async () => {
    const good = [newStream(), newStream(), newStream()]
    const bad = command({ streamId: newStream(), events: [{ type: 'Broken', text: '{"a":' }] })
    const results = await Promise.allSettled([
      trial.append(command({ streamId: good[0]! })),
      trial.append(command({ streamId: good[1]!, expectedVersion: 7 })),
      trial.append(bad),
      trial.append(command({ streamId: good[2]! })),
    ])
    expect(results.map((each) => (each.status === 'fulfilled' ? each.value.result : 'rejected'))).toEqual([
      'appended',
      'conflict',
      'rejected',
      'appended',
    ])
    expect((await load(trial.pools.blinded, studyId, bad.streamId)).version).toBe(0)
  })

  test.each(['{},"role":"investigator"', '[]', 'null', '"text"', '', '{}x'])(
    'given the event text %s, which is not one JSON object, when appended, then it is refused',
    async (text) => {
      const entry = command({ streamId: newStream(), events: [{ type: 'Odd', text }] })
      await expect(trial.append(entry)).rejects.toMatchObject({ code: expect.stringMatching(/^22/) })
    },
  )

  test('given two studies in one group, when it is sent, then each has its own gapless positions', async () => {
    await open(trial.pools, 'trial-b')
    const results = await Promise.all(
      ['trial-b', studyId, 'trial-b'].map((id) => trial.append(command({ studyId: id, streamId: newStream() }))),
    )
    expect(results.map(({ result }) => result)).toEqual(['appended', 'appended', 'appended'])
    expect(results[0]).toMatchObject({ positions: [1] })
    expect(results[2]).toMatchObject({ positions: [2] })
  })

  test('given an unknown study, when appended to, then the program is told of its mistake', async () => {
    await expect(trial.append(command({ studyId: 'nowhere' }))).rejects.toThrow('no study nowhere')
  })

  test('G7.2 given 20 waiting commands, when they are sent, then they share one or two round trips; one alone takes one', async () => {
    const count = countStatements(trial.pools.blinded)
    await Promise.all(Array.from({ length: 20 }, () => trial.append(command({ streamId: newStream() }))))
    expect(count()).toBe(1)
    await trial.append(command({ streamId: newStream() }))
    expect(count()).toBe(2)
  })

  test('given the blinded door, when sealed events come through it, then it refuses', async () => {
    const entry = command({ streamId: newStream(), sealedEvents: [{ streamId: 'unblinded/x', ...event('Opened') }] })
    await expect(trial.append(entry)).rejects.toThrow('unblinded door')
  })
})

describe('read models', () => {
  test('given documents of two sites, when paged, then each is seen once, in order, of the sites asked for', async () => {
    const kind = randomUUID()
    const documents = Array.from({ length: 7 }, (_, index) => ({
      kind,
      key: `k${index}`,
      site: index % 2 ? 'south' : 'north',
      sort: `${9 - index}`,
      document: { index },
    }))
    await trial.append(command({ streamId: newStream(), readModels: documents }))
    const first = await readModel(trial.pools.blinded, studyId, kind, { sites: ['north'], limit: 3 })
    const second = await readModel(trial.pools.blinded, studyId, kind, {
      sites: ['north'],
      limit: 3,
      after: first.next!,
    })
    expect([...first.rows, ...second.rows].map(({ key }) => key)).toEqual(['k6', 'k4', 'k2', 'k0'])
    expect(second.next).toBeUndefined()
  })

  test('given a document, when the next command replaces and the one after removes it, then reads follow', async () => {
    const kind = randomUUID()
    const streamId = newStream()
    const put = (expectedVersion: number, document: unknown) =>
      trial.append(command({ streamId, expectedVersion, readModels: [{ kind, key: 'a', document }] }))
    await put(0, { n: 1 })
    await put(1, { n: 2 })
    expect((await readModel(trial.pools.blinded, studyId, kind)).rows).toMatchObject([{ key: 'a', document: { n: 2 } }])
    await put(2, null)
    expect((await readModel(trial.pools.blinded, studyId, kind)).rows).toEqual([])
  })

  test('given two documents, when a later command writes one as it stood and the other anew, also twice, then only that one counts as changed', async () => {
    const kind = randomUUID()
    const streamId = newStream()
    const put = (expectedVersion: number, ...documents: readonly (readonly [string, number])[]) =>
      trial.append(
        command({
          streamId,
          expectedVersion,
          readModels: documents.map(([key, n]) => ({ kind, key, document: { n } })),
        }),
      )
    await put(0, ['a', 1], ['b', 1])
    const { revision } = await changedDocuments(trial.pools.blinded, studyId, kind, { revision: 0, key: '' })
    await put(1, ['a', 1], ['b', 2], ['b', 3])
    const changed = await changedDocuments(trial.pools.blinded, studyId, kind, { revision: revision + 1, key: '' })
    expect(changed.rows).toMatchObject([{ key: 'b', document: { n: 3 } }])
  })
})
