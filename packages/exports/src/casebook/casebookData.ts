import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Casebook } from './types.ts'

/** The casebook as canonical JSON (RFC 8785) with the SHA-256 of its content, so that any change of the file shows. */
export function casebookData(book: Casebook): string {
  const content = canonicalize(book) ?? ''
  return `{"casebook":${content},"sha256":"${createHash('sha256').update(content).digest('hex')}"}\n`
}
