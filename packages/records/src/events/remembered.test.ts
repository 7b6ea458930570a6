import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command, event, openTrial, studyId, type Trial } from '../testing/trial.ts'
import { loadMany, recall } from './load.ts'
import { createMemory } from './remembered.ts'

let trial: Trial
beforeAll(async () => void (trial = await openTrial()))
afterAll(() => trial[Symbol.asyncDispose]())

const row = (stream: string, version: number, note = '') => ({
  stream,
  entry: JSON.stringify({ stream, version, event: { note } }),
})

test('given a stream read before, when it is read again, then the same events stand there and what came since behind them', async () => {
  const [streamId, other] = [`participant/${randomUUID()}`, `participant/${randomUUID()}`]
  const { blinded } = trial.pools
  const read = async () => (await recall(blinded, studyId, [other, streamId])).get(streamId)!
  expect(await read()).toEqual({ version: 0, events: [] })
  await trial.append(command({ streamId, events: [event('A', {}), event('B', {})] }))
  const first = await read()
  await trial.append(command({ streamId, expectedVersion: 2, events: [event('C', {})] }))
  await trial.append(command({ streamId: other }))
  const second = await read()
  expect(second.events.map(({ type }) => type)).toEqual(['A', 'B', 'C'])
  expect(second.events[0]).toBe(first.events[0])
  const streams = [streamId, other]
  expect(await recall(blinded, studyId, streams)).toEqual(await loadMany(blinded, studyId, streams))
})

test('given streams known, when the database has another last event or none, then they are to be read whole', () => {
  const memory = createMemory()
  expect(
    memory
      .ask('s', ['a'])
      .with([row('a', 1), row('a', 2)])
      ?.get('a')?.version,
  ).toBe(2)
  const asked = memory.ask('s', ['a', 'b'])
  expect(asked.versions).toEqual([2, 0])
  expect(asked.with([row('a', 2, 'another'), row('a', 3)])).toBeUndefined()
  expect(memory.ask('s', ['a', 'b']).versions).toEqual([0, 0])
  expect(memory.ask('other study', ['a']).versions).toEqual([0])
})

test('given two requests at once, when the slower one answers last, then what the faster one read is kept', () => {
  const memory = createMemory()
  const [slow, fast] = [memory.ask('s', ['a']), memory.ask('s', ['a'])]
  expect(fast.with([row('a', 1), row('a', 2)])?.get('a')?.version).toBe(2)
  expect(slow.with([row('a', 1)])?.get('a')?.version).toBe(1)
  expect(memory.ask('s', ['a']).versions).toEqual([2])
})

test('given requests at once, when each has read further than the one before, then they are given the same events, parsed once', () => {
  const memory = createMemory()
  memory.ask('s', ['a']).with([row('a', 1)])
  const asked = [2, 3, 4].map(() => memory.ask('s', ['a']))
  const rows = [row('a', 1), row('a', 2), row('a', 3), row('a', 4)]
  const [short, long, middle] = [
    asked[0]!.with(rows.slice(0, 2))!.get('a')!,
    asked[1]!.with(rows)!.get('a')!,
    asked[2]!.with(rows.slice(0, 3))!.get('a')!,
  ]
  expect([short.version, long.version, middle.version]).toEqual([2, 4, 3])
  expect(long.events[1]).toBe(short.events[1])
  for (const [index, event] of middle.events.entries()) expect(event).toBe(long.events[index])
  expect(memory.ask('s', ['a']).versions).toEqual([4])
})

test('given more than may be kept, when another stream is read, then the one longest unread goes', () => {
  const memory = createMemory(3 * row('a', 1).entry.length)
  for (const stream of ['a', 'b', 'c']) memory.ask('s', [stream]).with([row(stream, 1)])
  memory.ask('s', ['a']).with([row('a', 1)])
  memory.ask('s', ['d']).with([row('d', 1)])
  expect(memory.ask('s', ['a', 'b', 'c', 'd']).versions).toEqual([1, 0, 1, 1])
})
