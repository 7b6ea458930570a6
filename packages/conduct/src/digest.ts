import { createHash } from 'node:crypto'

/**
 * SHA-256, hex, of the canonical JSON (RFC 8785) of plain data: the same for what was just made and for what was read back.
 * Fields that are undefined do not count.
 */
export const digestOf = (data: object): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(data)))
    .digest('hex')

/** Names in order of their UTF-16 units, as RFC 8785 asks; texts and numbers JSON writes alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
