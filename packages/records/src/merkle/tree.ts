import { type Digest, emptyRoot, type Hash, nodeDigest, toDigest, toHash } from './hash.ts'

/** A growing tree kept as its peaks: the roots of the perfect subtrees that make it up, largest first. */
export type Tree = {
  readonly size: () => number
  readonly peaks: () => readonly Hash[]
  readonly add: (leaf: Digest) => void
  readonly root: () => Hash
}

/** An empty tree that takes one leaf after another in constant memory. */
export const growTree = (): Tree => {
  const peaks: Digest[] = []
  let size = 0
  return {
    size: () => size,
    peaks: () => peaks.map(toHash),
    add: (leaf) => {
      let node = leaf
      // Each trailing one bit of the size is a perfect subtree as large as the one in hand.
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeDigest(peaks.pop()!, node)
      peaks.push(node)
      size += 1
    },
    root: () => (peaks.length === 0 ? emptyRoot : toHash(peaks.reduceRight((right, left) => nodeDigest(left, right)))),
  }
}

/** Root over leaf hashes (RFC 9162, 2.1.1). */
export const rootOf = (leaves: readonly Hash[]): Hash => {
  const tree = growTree()
  for (const leaf of leaves) tree.add(toDigest(leaf))
  return tree.root()
}

/** The largest power of two below n, for n > 1: where RFC 9162 splits a tree. */
export const splitPoint = (n: number): number => 2 ** (31 - Math.clz32(n - 1))

/** The tree's root from its peaks. */
export const rootOfPeaks = (peaks: readonly Hash[]): Hash =>
  peaks.length === 0 ? emptyRoot : toHash(peaks.map(toDigest).reduceRight((right, left) => nodeDigest(left, right)))
