import { createHash } from 'node:crypto'
import { type Draw, seeded } from '@trialwright/conduct'

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** Random bytes that follow from a name, so that a failure can be seen again. */
export const drawFrom = (seed: string): Draw => seeded(sha256(Buffer.from(seed)), sha256)

/** A whole number from 0 to `limit` − 1; `limit` is small, so the remainder's unevenness does not matter here. */
export const pick = (limit: number, draw: Draw): number => Buffer.from(draw(4)).readUInt32BE() % limit

const consonants = 'bcdfghjklmnpqrstvwxz'

/** A word no language has, for searching. */
export const token = (length: number, draw: Draw): string =>
  Array.from({ length }, () => consonants[pick(consonants.length, draw)]).join('')
