import { expect, test } from 'vitest'
import { isFindKey } from './findKey.ts'

const key = (change: object) => ({ key: 'k', ctrlKey: false, metaKey: false, altKey: false, ...change })

test.each([
  [{ ctrlKey: true }, true],
  [{ metaKey: true, key: 'K' }, true],
  [{ ctrlKey: true, altKey: true }, false],
  [{}, false],
  [{ key: '/' }, false],
])('given the key %j, then find: %s', (change, finds) => {
  expect(isFindKey(key(change))).toBe(finds)
})
