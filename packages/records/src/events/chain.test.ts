import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readModel } from '../readModels.ts'
import { command, event, openTrial, studyId, type Trial } from '../testing/trial.ts'
import { type Appender, createAppender } from './appender.ts'
import type { AppendEntry } from './entry.ts'
import { load } from './load.ts'

let trial: Trial
let appender: Appender
beforeAll(async () => {
  trial = await openTrial()
  appender = createAppender(trial.pools.blinded)
})
afterAll(() => trial[Symbol.asyncDispose]())

const newStream = (): string => `participant/${randomUUID()}`

/** A command decided on so many events, with its own name in its event. */
const saying = (streamId: string, expectedVersion: number, name: string, more: Partial<AppendEntry> = {}) =>
  command({ streamId, expectedVersion, events: [event(name)], ...more })

const typesOf = async (streamId: string): Promise<readonly string[]> =>
  (await load(trial.pools.blinded, studyId, streamId)).events.map(({ type }) => type)

test('given three commands each decided on the one before, when none is stored yet, then all are appended, in order', async () => {
  const stream = newStream()
  const first = appender.append(saying(stream, 0, 'A'))
  const second = appender.append(saying(stream, 1, 'B'), first)
  const third = appender.append(saying(stream, 2, 'C'), second)
  expect(await Promise.all([first, second, third])).toMatchObject([
    { result: 'appended', version: 1 },
    { result: 'appended', version: 2 },
    { result: 'appended', version: 3 },
  ])
  expect(await typesOf(stream)).toEqual(['A', 'B', 'C'])
})

test('given somebody else’s event where the first was to stand, when the second expects as many events, then it is a conflict all the same', async () => {
  const stream = newStream()
  await trial.append(saying(stream, 0, 'Foreign'))
  const first = appender.append(saying(stream, 0, 'A'))
  const second = appender.append(saying(stream, 1, 'B'), first)
  const alone = appender.append(saying(newStream(), 0, 'Beside'))
  expect((await Promise.all([first, second, alone])).map(({ result }) => result)).toEqual([
    'conflict',
    'conflict',
    'appended',
  ])
  expect(await typesOf(stream)).toEqual(['Foreign'])
  // Without the word that it was decided on the first, its number alone would let it in.
  expect(await appender.append(saying(stream, 1, 'B'))).toMatchObject({ result: 'appended' })
})

test('given a command whose answer is known, when another was decided on it, then it is appended after what was, and a conflict after what was not', async () => {
  const stream = newStream()
  const first = appender.append(saying(stream, 0, 'A'))
  await first
  expect(await appender.append(saying(stream, 1, 'B'), first)).toMatchObject({ result: 'appended' })
  const failed = appender.append(saying(stream, 1, 'C'))
  expect(await failed).toMatchObject({ result: 'conflict' })
  expect(await appender.append(saying(stream, 2, 'D'), failed)).toMatchObject({ result: 'conflict' })
  expect(await typesOf(stream)).toEqual(['A', 'B'])
})

test('given an answer of another writer, when a command is said to be decided on it, then it is a conflict', async () => {
  const stream = newStream()
  const first = trial.append(saying(stream, 0, 'A'))
  await first
  expect(await appender.append(saying(stream, 1, 'B'), first)).toMatchObject({ result: 'conflict' })
})

test('D8 given a command sent twice at once, when the copy was decided on the first, then it is answered as the first', async () => {
  const stream = newStream()
  const entry = saying(stream, 0, 'A', { response: '{"version":1}' })
  const first = appender.append(entry)
  const copy = appender.append({ ...entry, expectedVersion: 1 }, first)
  const after = appender.append(saying(stream, 2, 'B'), copy)
  expect(await Promise.all([first, copy, after])).toMatchObject([
    { result: 'appended' },
    { result: 'replayed', response: '{"version":1}' },
    { result: 'conflict' },
  ])
  expect(await typesOf(stream)).toEqual(['A'])
})

test('given a text that is not JSON, when a command was decided on it, then the one fails and the other is a conflict', async () => {
  const stream = newStream()
  const broken = appender.append(command({ streamId: stream, events: [{ type: 'A', text: '{' }] }))
  const after = appender.append(saying(stream, 1, 'B'), broken)
  await expect(broken).rejects.toThrow('json')
  expect(await after).toMatchObject({ result: 'conflict' })
})

test('given documents worked out for a chain, when it goes in one call, then the last of each name alone is worked out, and stands', async () => {
  const [stream, kind] = [newStream(), randomUUID()]
  const worked: string[] = []
  const row = (key: string, name: string) => ({
    kind,
    key,
    derive() {
      worked.push(name)
      return { name }
    },
  })
  const first = appender.append(
    saying(stream, 0, 'A', { readModels: [row('one', 'one of A'), row('two', 'two of A')] }),
  )
  const second = appender.append(saying(stream, 1, 'B', { readModels: [row('one', 'one of B')] }), first)
  const other = appender.append(saying(newStream(), 0, 'C', { readModels: [row('three', 'three of C')] }))
  await Promise.all([first, second, other])
  expect(worked).toEqual(['two of A', 'one of B', 'three of C'])
  const { rows } = await readModel(trial.pools.blinded, studyId, kind)
  expect(rows.map(({ document }) => document)).toEqual(['one of B', 'three of C', 'two of A'].map((name) => ({ name })))
})

test('given a chain whose last command is not appended, when it is settled, then the documents of what was stand', async () => {
  const [stream, kind] = [newStream(), randomUUID()]
  const row = (name: string) => ({ kind, key: 'one', document: { name } })
  const used = saying(newStream(), 0, 'Used')
  await appender.append(used)
  const first = appender.append(saying(stream, 0, 'A', { readModels: [row('of A')] }))
  const reused = appender.append(
    saying(stream, 1, 'B', { key: used.key, bodyHash: '00', readModels: [row('of B')] }),
    first,
  )
  expect(await Promise.all([first, reused])).toMatchObject([{ result: 'appended' }, { result: 'keyReused' }])
  expect((await readModel(trial.pools.blinded, studyId, kind)).rows).toMatchObject([{ document: { name: 'of A' } }])
})

test('given writers that decide on what they are writing, when others write the same stream, then every event was decided on exactly what stands before it', async () => {
  const decided = fc.array(
    fc.record({ writer: fc.nat(2), commands: fc.integer({ min: 1, max: 6 }), waits: fc.boolean() }),
    {
      minLength: 2,
      maxLength: 8,
    },
  )
  const writers = [0, 1, 2].map(() => createAppender(trial.pools.blinded))
  await fc.assert(
    fc.asyncProperty(decided, async (bursts) => {
      const streamId = newStream()
      const all: Promise<unknown>[] = []
      for (const { writer, commands, waits } of bursts) {
        let seen = await typesOf(streamId)
        let ahead: ReturnType<Appender['append']> | undefined
        for (let number = 0; number < commands; number += 1) {
          const type = `E${all.length}`
          const entry = command({
            streamId,
            expectedVersion: seen.length,
            events: [event(type, { seen: seen.join() })],
          })
          ahead = writers[writer]!.append(entry, ahead)
          all.push(ahead)
          seen = [...seen, type]
        }
        if (waits) await ahead
      }
      await Promise.all(all)
      const { events } = await load(trial.pools.blinded, studyId, streamId)
      for (const [index, { seen }] of events.entries())
        expect(seen).toBe(
          events
            .slice(0, index)
            .map(({ type }) => type)
            .join(),
        )
    }),
    { numRuns: 60 },
  )
})
