import type { StoredEvent } from '@trialwright/records'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folding } from './folding.ts'

const eventsOf = (count: number): readonly StoredEvent[] =>
  Array.from({ length: count }, (_, version) => ({ version }) as StoredEvent)

/** A state is the versions it went through; `taken` counts how many events were taken up. */
function counting() {
  let taken = 0
  const stateOf = folding<{ readonly version: number }, readonly number[]>((state, { version }) => {
    taken += 1
    return [...state, version]
  }, [])
  return { stateOf, taken: () => taken }
}

test('given a stream read to any lengths in any order, when its state is asked, then it is what all its events lead to', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 60 }), (lengths) => {
      const events = eventsOf(60)
      const { stateOf } = counting()
      for (const length of lengths)
        expect(stateOf(events.slice(0, length))).toEqual(Array.from({ length }, (_, version) => version))
    }),
  )
})

test('given requests at once that have read a growing stream as far as it went for each, when they are answered, then no event is taken up twice', () => {
  const events = eventsOf(300)
  const { stateOf, taken } = counting()
  stateOf(events.slice(0, 280))
  // The one that read last is answered first of each pair.
  for (let length = 282; length < 300; length += 2) {
    stateOf(events.slice(0, length))
    stateOf(events.slice(0, length - 2))
  }
  expect(taken()).toBe(298)
})

test('given a stream that has grown far, when one of its first states is asked, then it was not kept', () => {
  const events = eventsOf(100)
  const { stateOf, taken } = counting()
  for (let length = 1; length <= 100; length += 1) stateOf(events.slice(0, length))
  expect(taken()).toBe(100)
  stateOf(events.slice(0, 90))
  expect(taken()).toBe(100)
  stateOf(events.slice(0, 5))
  expect(taken()).toBe(105)
})
