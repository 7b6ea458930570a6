import { createHmac, timingSafeEqual } from 'node:crypto'

/* Time-based one-time passwords (RFC 6238) as authenticator apps make them: SHA-1, 30 seconds, six digits. */

const seconds = 30
export const secretLength = 20

export const stepAt = (milliseconds: number): number => Math.floor(milliseconds / 1000 / seconds)

/** The code of a time step; `digits` 8 is for the standard's own test values. */
export function codeOf(secret: Uint8Array, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** Which step a typed code belongs to: the present one, or one beside it for a clock that is half a minute off. */
export function stepOf(secret: Uint8Array, typed: string, milliseconds: number): number | undefined {
  const code = Buffer.from(typed.replaceAll(/\s/g, ''))
  const present = stepAt(milliseconds)
  return [present, present - 1, present + 1].find((step) => {
    const right = Buffer.from(codeOf(secret, step))
    return right.length === code.length && timingSafeEqual(right, code)
  })
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Base32 of RFC 4648 without padding, as authenticator apps read it. */
export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What the app's camera reads, or a link opens. */
export const appAddress = (login: string, secret: Uint8Array): string =>
  `otpauth://totp/Trialwright:${encodeURIComponent(login)}?secret=${base32(secret)}&issuer=Trialwright&algorithm=SHA1&digits=6&period=30`
