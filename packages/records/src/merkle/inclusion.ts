import { type Hash, nodeHash } from './hash.ts'
import { rootOf, splitPoint } from './tree.ts'

/** Proof that the leaf at `index` is in the tree over `leaves` (RFC 9162, 2.1.3.1). Throws RangeError for an index outside. */
export const inclusionProof = (leaves: readonly Hash[], index: number): readonly Hash[] => {
  if (!(Number.isInteger(index) && index >= 0 && index < leaves.length)) throw new RangeError(`no leaf ${index}`)
  if (leaves.length === 1) return []
  const split = splitPoint(leaves.length)
  return index < split
    ? [...inclusionProof(leaves.slice(0, split), index), rootOf(leaves.slice(split))]
    : [...inclusionProof(leaves.slice(split), index - split), rootOf(leaves.slice(0, split))]
}

export type Inclusion = {
  readonly leaf: Hash
  readonly index: number
  readonly size: number
  readonly proof: readonly Hash[]
  readonly root: Hash
}

/** Does the proof lead from the leaf to the root (RFC 9162, 2.1.3.2)? */
export const verifyInclusion = ({ leaf, index, size, proof, root }: Inclusion): boolean => {
  if (!(Number.isInteger(index) && index >= 0 && index < size)) return false
  let place = index
  let last = size - 1
  let node = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      node = nodeHash(sibling, node)
      while (place % 2 === 0 && place !== 0) {
        place /= 2
        last = Math.floor(last / 2)
      }
    } else {
      node = nodeHash(node, sibling)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && node === root
}
