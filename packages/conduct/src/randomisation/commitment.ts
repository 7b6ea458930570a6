import { createHash } from 'node:crypto'
import type { ImportedList } from './import/importedList.ts'
import type { RandomisationList } from './list.ts'

/**
 * What is published before the study opens: SHA-256, hex, of the list's canonical JSON (RFC 8785), salt included. Whoever
 * is shown the list later can tell that it is the one sealed then.
 */
export const commitmentOf = (list: RandomisationList | ImportedList): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(list)))
    .digest('hex')

/** Names in order of their UTF-16 units, as RFC 8785 asks; the list holds only texts and whole numbers, which JSON writes alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
