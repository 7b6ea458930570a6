import { hash } from 'node:crypto'

/** SHA-256 in lower-case hex: how hashes are shown and stored. */
export type Hash = string

/** SHA-256 as 32 characters, one per byte: the quickest form to hash on with. */
export type Digest = string

export const toHash = (digest: Digest): Hash => Buffer.from(digest, 'latin1').toString('hex')
export const toDigest = (hash: Hash): Digest => Buffer.from(hash, 'hex').toString('latin1')

/** RFC 9162 hash of a leaf: SHA-256(0x00 || bytes). A string stands for its UTF-8 bytes. */
export const leafHash = (content: string | Uint8Array): Hash =>
  typeof content === 'string'
    ? toHash(leafDigest(content))
    : hash('sha256', Buffer.concat([Buffer.of(0), content]), 'hex')

export const leafDigest = (content: string): Digest => hash('sha256', `\0${content}`, 'binary')

/** RFC 9162 hash of a node: SHA-256(0x01 || left || right). */
export const nodeHash = (left: Hash, right: Hash): Hash => toHash(nodeDigest(toDigest(left), toDigest(right)))

const pair = Buffer.alloc(65, 1)

export const nodeDigest = (left: Digest, right: Digest): Digest => {
  pair.write(left, 1, 32, 'latin1')
  pair.write(right, 33, 32, 'latin1')
  return hash('sha256', pair, 'binary')
}

/** Root of the empty tree. */
export const emptyRoot: Hash = hash('sha256', '', 'hex')
