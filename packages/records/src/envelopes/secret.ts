import { createHash } from 'node:crypto'
import { fromBase32, grouped, toBase32 } from './base32.ts'

/** A site's envelope secret: 160 random bits. Whoever holds it can open every envelope of the site, nothing else. */
export const secretLength = 20

export type Part = 'whole' | 'first' | 'second'

const letters: Readonly<Record<Part, string>> = { whole: 'S', first: 'A', second: 'B' }

const check = (letter: string, bytes: Uint8Array): string =>
  toBase32(createHash('sha256').update(`trialwright envelope secret ${letter}`).update(bytes).digest()).slice(0, 4)

/** As it is printed: `S-…` for the whole, `A-…` and `B-…` for its halves, with four characters that show a typing error. */
export const writeSecret = (part: Part, bytes: Uint8Array): string =>
  `${letters[part]}-${grouped(toBase32(bytes))}-${check(letters[part], bytes)}`

/** What was typed from paper; undefined when a character is wrong. */
export function readSecret(text: string): { readonly part: Part; readonly bytes: Buffer } | undefined {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '')
  const part = (Object.keys(letters) as Part[]).find((one) => letters[one] === plain[0])
  const bytes = fromBase32(plain.slice(1, -4))
  if (part === undefined || bytes?.length !== secretLength) return undefined
  return writeSecret(part, bytes).replaceAll('-', '') === normal(plain) ? { part, bytes } : undefined
}

const normal = (plain: string): string =>
  plain.slice(0, 1) + plain.slice(1).replaceAll('O', '0').replaceAll(/[IL]/g, '1')

/** Two halves of which one alone tells nothing: a random one, and the secret hidden behind it. */
export const splitSecret = (secret: Uint8Array, random: Uint8Array): readonly [Buffer, Buffer] => [
  Buffer.from(random),
  joinHalves(secret, random),
]

export const joinHalves = (one: Uint8Array, other: Uint8Array): Buffer =>
  Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)))

/** The secret from the whole, or from both halves in any order; undefined when something is missing or mistyped. */
export function secretFrom(texts: readonly string[]): Buffer | undefined {
  const read = texts.map(readSecret)
  const bytes = (part: Part) => read.find((one) => one?.part === part)?.bytes
  const [whole, first, second] = [bytes('whole'), bytes('first'), bytes('second')]
  return whole ?? (first && second ? joinHalves(first, second) : undefined)
}

/** Tells one secret from another without telling it: twelve hexadecimal digits. */
export const secretId = (secret: Uint8Array): string =>
  createHash('sha256').update('trialwright envelope secret id').update(secret).digest('hex').slice(0, 12)
