import { expect, test } from 'vitest'
import { alike } from './alike.ts'

test.each([
  ['fields in another order', { value: 75, unit: 'kg' }, { unit: 'kg', value: 75 }, true],
  ['the same at depth', { rows: [{ id: 'a', cells: {} }] }, { rows: [{ cells: {}, id: 'a' }] }, true],
  ['a field nobody set', { absent: 'refused', unit: undefined }, { absent: 'refused' }, true],
  ['what stands apart', { typed: '75,0', value: 75 }, { typed: '75', value: 75 }, true],
  ['another value', { value: 75 }, { value: 76 }, false],
  ['a number and its text', { value: 75 }, { value: '75' }, false],
  ['rows in another order', { rows: ['a', 'b'] }, { rows: ['b', 'a'] }, false],
  ['a field more', { value: 75 }, { value: 75, unit: 'kg' }, false],
])('given %s, when compared, then %#', (_, one, other, answer) => {
  expect(alike(one, other, ['typed'])).toBe(answer)
  expect(alike(other, one, ['typed'])).toBe(answer)
})
