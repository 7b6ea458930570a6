import { hash } from 'node:crypto'

/** SHA-256 in lower-case hex. */
export type Hash = string

/** RFC 9162 hash of a leaf: SHA-256(0x00 || bytes). A string stands for its UTF-8 bytes. */
export const leafHash = (content: string | Uint8Array): Hash =>
  typeof content === 'string'
    ? hash('sha256', `\0${content}`, 'hex')
    : hash('sha256', Buffer.concat([Buffer.of(0), content]), 'hex')

const pair = Buffer.alloc(65, 1)

/** RFC 9162 hash of a node: SHA-256(0x01 || left || right). */
export const nodeHash = (left: Hash, right: Hash): Hash => {
  pair.write(left, 1, 32, 'hex')
  pair.write(right, 33, 32, 'hex')
  return hash('sha256', pair, 'hex')
}

/** Root of the empty tree. */
export const emptyRoot: Hash = hash('sha256', '', 'hex')
