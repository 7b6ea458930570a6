import { createCipheriv, createHash } from 'node:crypto'
import { seeded, type Draw } from '../randomisation/draw.ts'

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())

/** The sealed seed's own generator, from a small number. */
export const fromSeed = (seed: number): Draw => seeded(Uint8Array.of(seed >> 16, seed >> 8, seed), sha256)

/** A fast stream of bytes for simulations, the same for the same number: AES-256 in counter mode. */
export function fastDraw(seed: number): Draw {
  const key = sha256(Uint8Array.of(seed >> 24, seed >> 16, seed >> 8, seed))
  const cipher = createCipheriv('aes-256-ctr', key, new Uint8Array(16))
  const zeros = new Uint8Array(65_536)
  let block = cipher.update(zeros)
  let at = 0
  return (count) => {
    if (at + count > block.length) {
      block = cipher.update(zeros)
      at = 0
    }
    at += count
    return block.subarray(at - count, at)
  }
}
