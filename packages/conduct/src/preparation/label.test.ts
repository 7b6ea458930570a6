import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCharacter, drawLabel, readLabel } from './label.ts'

const labels = fc.uint8Array({ minLength: 8, maxLength: 8 }).map((bytes) => drawLabel(() => bytes))

test('ISO 7064 MOD 37,36: the standard’s own example', () => {
  // ISO 7064:2003, and the GRid handbook: A1-2425G-ABC1234002 has the check character M.
  expect(checkCharacter('A12425GABC1234002')).toBe('M')
})

test('a label reads back, in capitals or not, with or without its hyphen', () => {
  fc.assert(
    fc.property(labels, (label) => {
      expect(readLabel(label)).toEqual({ label, checks: true })
      expect(readLabel(` ${label.toLowerCase().replace('-', '')} `)).toEqual({ label, checks: true })
    }),
  )
})

test('every single wrong character is found', () => {
  fc.assert(
    fc.property(
      labels,
      fc.nat(7),
      fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')),
      (label, place, other) => {
        fc.pre(label[place] !== other)
        expect(readLabel(label.slice(0, place) + other + label.slice(place + 1))?.checks).toBe(false)
      },
    ),
  )
})

test.each(['', '1234', '22222222-22', 'ÆØÅ22222-2'])('%j is no label', (typed) => {
  expect(readLabel(typed)).toBeUndefined()
})

test('RND-07: every character is equally likely at every place', () => {
  const all = Array.from({ length: 256 }, (_, byte) => drawLabel(() => new Uint8Array(8).fill(byte)).slice(0, 8))
  const counts = new Map<string, number>()
  for (const label of all) counts.set(label[0]!, (counts.get(label[0]!) ?? 0) + 1)
  expect(counts.size).toBe(32)
  expect(new Set(counts.values())).toEqual(new Set([8]))
})

test('too few random bytes are a bug', () => {
  expect(() => drawLabel(() => new Uint8Array(7))).toThrow(RangeError)
})
