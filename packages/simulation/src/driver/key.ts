import { hash } from 'node:crypto'

/** A UUID (version 8) of a run's seed and a label: the idempotency key of a command, the id of an account. */
export function keyOf(seed: number, label: string): string {
  const bytes = hash('sha256', `${seed} ${label}`, 'buffer').subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
