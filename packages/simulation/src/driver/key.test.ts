import { expect, test } from 'vitest'
import { keyOf } from './key.ts'

test('a command has one key for one seed, a UUID, and another for another', () => {
  expect(keyOf(7, 'a')).toBe(keyOf(7, 'a'))
  expect(keyOf(7, 'a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set([keyOf(7, 'a'), keyOf(7, 'b'), keyOf(8, 'a'), keyOf(77, '')]).size).toBe(4)
})
