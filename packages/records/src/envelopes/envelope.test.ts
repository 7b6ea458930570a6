import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase32, toBase32 } from './base32.ts'
import { type EnvelopeOpeningFile, isProven, openEnvelope, proofOf, sealEnvelope } from './envelope.ts'
import { readSecret, secretFrom, secretId, splitSecret, writeSecret } from './secret.ts'

const place = { study: 'trial-a', site: 'north', participant: 'NOR-001' }
const secret = randomBytes(20)

describe('a site’s secret', () => {
  test('given any bytes, when written and typed again in lower case with blanks, then they are the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        const typed = writeSecret('whole', bytes).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
        expect(readSecret(typed)?.bytes).toEqual(Buffer.from(bytes))
        expect(fromBase32(toBase32(bytes))).toEqual(Buffer.from(bytes))
      }),
    )
  })

  test('given one character mistyped, then it is refused', () => {
    const text = writeSecret('whole', secret)
    for (const [index, letter] of [...text].entries()) {
      if (letter === '-' || index === 0) continue
      expect(readSecret(text.slice(0, index) + (letter === '7' ? '8' : '7') + text.slice(index + 1))).toBeUndefined()
    }
    expect(readSecret('')).toBeUndefined()
    expect(readSecret('S-U')).toBeUndefined()
  })

  test('given both halves in any order, then the secret; given one alone, or the same twice, then nothing', () => {
    const [a, b] = splitSecret(secret, randomBytes(20))
    const [first, second] = [writeSecret('first', a), writeSecret('second', b)]
    expect(secretFrom([first, second])).toEqual(secret)
    expect(secretFrom([second, first])).toEqual(secret)
    expect(secretFrom([writeSecret('whole', secret)])).toEqual(secret)
    for (const alone of [[first], [second], [first, first], []]) expect(secretFrom(alone)).toBeUndefined()
    expect(secretId(secret)).toMatch(/^[0-9a-f]{12}$/)
  })
})

describe('R9 an envelope', () => {
  test('given arms with names of unlike length, then every envelope has one length, and no two are alike', () => {
    const sealed = ['a', 'a-much-longer-name', 'a', 'x'.repeat(63)].map((arm) => sealEnvelope(secret, place, arm))
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1)
    expect(new Set(sealed).size).toBe(4)
    expect(() => sealEnvelope(secret, place, 'x'.repeat(64))).toThrow('63 bytes')
  })

  test('given the secret and the participant, then the arm; given another of either or a changed character, then nothing', () => {
    const sealed = sealEnvelope(secret, place, 'kløver')
    expect(openEnvelope(secret, place, sealed)).toBe('kløver')
    expect(openEnvelope(secret, place, sealed.replaceAll(' ', '').toLowerCase())).toBe('kløver')
    expect(openEnvelope(randomBytes(20), place, sealed)).toBeUndefined()
    for (const other of [{ participant: 'NOR-002' }, { site: 'south' }, { study: 'trial-b' }])
      expect(openEnvelope(secret, { ...place, ...other }, sealed)).toBeUndefined()
    expect(openEnvelope(secret, place, `${sealed.startsWith('0') ? '1' : '0'}${sealed.slice(1)}`)).toBeUndefined()
    for (const damaged of ['', '****', sealed.slice(0, 60)])
      expect(openEnvelope(secret, place, damaged)).toBeUndefined()
  })
})

test('given the record of an opening, when anything in it is changed, then it proves nothing', () => {
  const opening = {
    format: 'trialwright-envelope-opening' as const,
    version: 1 as const,
    ...place,
    secretId: secretId(secret),
    id: 'a'.repeat(32),
    by: 'Dr Night',
    at: '2027-01-01T03:00:00+01:00',
    reason: 'overdose' as const,
    note: 'Two bags',
  }
  const file: EnvelopeOpeningFile = { ...opening, proof: proofOf(secret, opening) }
  expect(isProven(secret, file)).toBe(true)
  expect(isProven(randomBytes(20), file)).toBe(false)
  for (const change of [
    { participant: 'NOR-002' },
    { by: 'Dr Day' },
    { at: '2027-01-01T04:00:00+01:00' },
    { reason: 'other' as const },
    { note: 'One bag' },
    { id: 'b'.repeat(32) },
    { proof: '00' },
  ])
    expect(isProven(secret, { ...file, ...change })).toBe(false)
})
