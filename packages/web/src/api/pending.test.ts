import { expect, test } from 'vitest'
import { pendingFor } from './pending.ts'

const counting = () => {
  let count = 0
  return { key: () => `key ${++count}`, time: () => `time ${++count}` }
}

test('the same entry sent again keeps its key and its body, the client’s time included', () => {
  const make = counting()
  const first = pendingFor(undefined, '/a', { typed: '12,5' }, make)
  expect(pendingFor(first, '/a', { typed: '12,5' }, make)).toBe(first)
})

test('another entry, or the same one elsewhere, gets a key of its own', () => {
  const make = counting()
  const first = pendingFor(undefined, '/a', { typed: '12,5' }, make)
  expect(pendingFor(first, '/a', { typed: '13' }, make).key).not.toBe(first.key)
  expect(pendingFor(first, '/b', { typed: '12,5' }, make).key).not.toBe(first.key)
})

test('once the outcome is known, the same words are a new change', () => {
  const make = counting()
  const first = pendingFor(undefined, '/a', {}, make)
  expect(pendingFor(undefined, '/a', {}, make).key).not.toBe(first.key)
})
