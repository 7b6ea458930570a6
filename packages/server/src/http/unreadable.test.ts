import { expect, test } from 'vitest'
import { unreadable } from './unreadable.ts'

test.each([['Åse Nguyễn O’Brien ŋ\n2. linje\t😀'], [{ entries: { note: { typed: 'fine' } } }], [[1, null, true]]])(
  'given readable text, when it is looked at, then nothing is found: %j',
  (value) => {
    expect(unreadable(value)).toBeUndefined()
  },
)

test.each([
  ['NUL', 'a\u0000b'],
  ['bell', '\u0007'],
  ['right-to-left override', 'abc\u202Etxt'],
  ['half a surrogate pair', '\uD83D'],
  ['the other half', 'x\uDE00'],
  ['zero-width space', 'a\u200Bb'],
])('given %s, when it is looked at, then the field is named', (_, text) => {
  expect(unreadable({ entries: { note: { typed: text } } })).toMatchObject({ field: 'entries.note.typed' })
})

test('given an unreadable name of a field, when it is looked at, then its holder is named', () => {
  expect(unreadable({ entries: { 'a\u0000': 1 } })).toMatchObject({ field: 'entries' })
})

test('given a body nested without end, when it is looked at, then it is refused before the stack is', () => {
  const deep = JSON.parse('[[[[[[[[[[[[[[[[[[[[[["x"]]]]]]]]]]]]]]]]]]]]]]') as unknown
  expect(unreadable(deep)).toMatchObject({ reason: { en: expect.stringContaining('deeply') } })
})
