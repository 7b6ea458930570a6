import { expect, test } from 'vitest'
import { appAddress, base32, codeOf, stepAt, stepOf } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

// RFC 6238, appendix B, SHA-1.
test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at %i seconds the code is %s', (seconds, code) => {
  expect(codeOf(secret, stepAt(seconds * 1000), 8)).toBe(code)
})

test('a code is taken half a minute early or late, with a blank in it, and not a step further', () => {
  const now = 1_234_567_890_000
  const step = stepAt(now)
  for (const off of [-1, 0, 1]) expect(stepOf(secret, codeOf(secret, step + off), now)).toBe(step + off)
  for (const off of [-2, 2]) expect(stepOf(secret, codeOf(secret, step + off), now)).toBeUndefined()
  expect(stepOf(secret, `${codeOf(secret, step).slice(0, 3)} ${codeOf(secret, step).slice(3)}`, now)).toBe(step)
  for (const wrong of ['', '12345', 'abcdef', '1234567']) expect(stepOf(secret, wrong, now)).toBeUndefined()
})

// RFC 4648, section 10, without padding.
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('base32 of “%s” is “%s”', (text, coded) => {
  expect(base32(Buffer.from(text))).toBe(coded)
})

test('the app’s address names the product and the account', () => {
  expect(appAddress('kari n', secret)).toBe(
    'otpauth://totp/Trialwright:kari%20n?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Trialwright&algorithm=SHA1&digits=6&period=30',
  )
})
