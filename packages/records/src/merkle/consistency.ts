import { type Hash, nodeHash } from './hash.ts'
import { rootOf, splitPoint } from './tree.ts'

/** Proof that the tree over the first `oldSize` leaves is a prefix of the tree over all (RFC 9162, 2.1.4.1); 1 ≤ oldSize ≤ leaves. */
export const consistencyProof = (leaves: readonly Hash[], oldSize: number): readonly Hash[] => {
  if (!(Number.isInteger(oldSize) && oldSize >= 1 && oldSize <= leaves.length))
    throw new RangeError(`no size ${oldSize}`)
  return subproof(leaves, oldSize, true)
}

const subproof = (leaves: readonly Hash[], oldSize: number, whole: boolean): readonly Hash[] => {
  if (oldSize === leaves.length) return whole ? [] : [rootOf(leaves)]
  const split = splitPoint(leaves.length)
  return oldSize <= split
    ? [...subproof(leaves.slice(0, split), oldSize, whole), rootOf(leaves.slice(split))]
    : [...subproof(leaves.slice(split), oldSize - split, false), rootOf(leaves.slice(0, split))]
}

export type Consistency = {
  readonly oldSize: number
  readonly oldRoot: Hash
  readonly newSize: number
  readonly newRoot: Hash
  readonly proof: readonly Hash[]
}

/** Is the old tree a prefix of the new one, by this proof (RFC 9162, 2.1.4.2)? */
export const verifyConsistency = ({ oldSize, oldRoot, newSize, newRoot, proof }: Consistency): boolean => {
  if (oldSize < 1 || oldSize > newSize) return false
  if (oldSize === newSize) return proof.length === 0 && oldRoot === newRoot
  const path = Number.isInteger(Math.log2(oldSize)) ? [oldRoot, ...proof] : proof
  const [first, ...rest] = path
  if (first === undefined) return false
  let place = oldSize - 1
  let last = newSize - 1
  const up = (): void => {
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  while (place % 2 === 1) up()
  let oldNode = first
  let newNode = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      oldNode = nodeHash(sibling, oldNode)
      newNode = nodeHash(sibling, newNode)
      while (place % 2 === 0 && place !== 0) up()
    } else {
      newNode = nodeHash(newNode, sibling)
    }
    up()
  }
  return last === 0 && oldNode === oldRoot && newNode === newRoot
}
