import { createCipheriv, hash } from 'node:crypto'
import type { Draw } from '../draw.ts'

/** Bytes for simulations, the same for the same seed: AES-256 in counter mode. Never for a list that is used. */
export function numbersFrom(seed: string): Draw {
  const cipher = createCipheriv('aes-256-ctr', hash('sha256', seed, 'buffer'), new Uint8Array(16))
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
