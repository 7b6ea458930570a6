import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { consistencyProof, verifyConsistency } from './consistency.ts'
import { emptyRoot, type Hash, leafDigest, leafHash } from './hash.ts'
import { inclusionProof, verifyInclusion } from './inclusion.ts'
import { growTree, rootOf } from './tree.ts'

/** Inputs, roots and proofs of the reference tests of Certificate Transparency (RFC 6962; the hashing of RFC 9162 is the same). */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const inclusions: readonly { index: number; size: number; proof: readonly Hash[] }[] = [
  { index: 0, size: 1, proof: [] },
  {
    index: 0,
    size: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    index: 5,
    size: 8,
    proof: [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  { index: 2, size: 3, proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
  {
    index: 1,
    size: 5,
    proof: [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
]
const consistencies: readonly { from: number; to: number; proof: readonly Hash[] }[] = [
  { from: 1, to: 1, proof: [] },
  {
    from: 1,
    to: 8,
    proof: [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  },
  {
    from: 6,
    to: 8,
    proof: [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  },
  {
    from: 2,
    to: 5,
    proof: [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  },
]
const leaves = inputs.map((hex) => leafHash(Buffer.from(hex, 'hex')))
const up = (hash: Hash): Hash => hash.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))

describe('published vectors', () => {
  test('given the eight inputs, when a tree grows over them, then each root is the published one', () => {
    expect(rootOf([])).toBe(emptyRoot)
    expect(leaves.map((_, index) => rootOf(leaves.slice(0, index + 1)))).toEqual(roots)
  })

  test.each(inclusions)(
    'given leaf $index of $size, then its inclusion proof is the published one and verifies',
    ({ index, size, proof }) => {
      expect(inclusionProof(leaves.slice(0, size), index)).toEqual(proof)
      expect(verifyInclusion({ leaf: leaves[index]!, index, size, proof, root: roots[size - 1]! })).toBe(true)
    },
  )

  test.each(consistencies)(
    'given sizes $from and $to, then the consistency proof is the published one and verifies',
    ({ from, to, proof }) => {
      expect(consistencyProof(leaves.slice(0, to), from)).toEqual(proof)
      const sizes = { oldSize: from, oldRoot: roots[from - 1]!, newSize: to, newRoot: roots[to - 1]! }
      expect(verifyConsistency({ ...sizes, proof })).toBe(true)
      expect(verifyConsistency({ ...sizes, newRoot: up(sizes.newRoot), proof })).toBe(false)
    },
  )
})

/** The definition of RFC 9162, 2.1.1, word for word, on bytes. */
const plainRoot = (contents: readonly Buffer[]): Buffer => {
  const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (contents.length === 0) return sha256()
  if (contents.length === 1) return sha256(Buffer.of(0), contents[0]!)
  let split = 1
  while (split * 2 < contents.length) split *= 2
  return sha256(Buffer.of(1), plainRoot(contents.slice(0, split)), plainRoot(contents.slice(split)))
}

describe('laws', () => {
  const contents = fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { minLength: 1, maxLength: 70 })

  test('given any texts, then the growing tree has the root that the definition gives', () => {
    fc.assert(
      fc.property(contents, (texts) => {
        expect(rootOf(texts.map(leafHash))).toBe(plainRoot(texts.map((text) => Buffer.from(text))).toString('hex'))
      }),
    )
  })

  test('given any tree and leaf, then its proof verifies; another leaf, index, root or a cut proof does not', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (texts, any) => {
        const hashes = texts.map((text, index) => leafHash(`${index} ${text}`))
        const index = any % hashes.length
        const claim = {
          leaf: hashes[index]!,
          index,
          size: hashes.length,
          proof: inclusionProof(hashes, index),
          root: rootOf(hashes),
        }
        expect(verifyInclusion(claim)).toBe(true)
        expect(verifyInclusion({ ...claim, leaf: up(claim.leaf) })).toBe(false)
        expect(verifyInclusion({ ...claim, root: up(claim.root) })).toBe(false)
        expect(verifyInclusion({ ...claim, index: claim.size })).toBe(false)
        if (claim.proof.length > 0) expect(verifyInclusion({ ...claim, proof: claim.proof.slice(1) })).toBe(false)
      }),
    )
  })

  test('given any two sizes, then consistency verifies; a changed old root or a changed early leaf does not', () => {
    fc.assert(
      fc.property(contents, fc.nat(), (texts, any) => {
        const hashes = texts.map((text, index) => leafHash(`${index} ${text}`))
        const oldSize = 1 + (any % hashes.length)
        const claim = {
          oldSize,
          oldRoot: rootOf(hashes.slice(0, oldSize)),
          newSize: hashes.length,
          newRoot: rootOf(hashes),
          proof: consistencyProof(hashes, oldSize),
        }
        expect(verifyConsistency(claim)).toBe(true)
        expect(verifyConsistency({ ...claim, oldRoot: up(claim.oldRoot) })).toBe(false)
        const forged = hashes.with(0, up(hashes[0]!))
        expect(verifyConsistency({ ...claim, newRoot: rootOf(forged), proof: consistencyProof(forged, oldSize) })).toBe(
          false,
        )
      }),
    )
  })

  test('given a growing tree, then its peaks are one per set bit of its size', () => {
    const tree = growTree()
    for (let size = 1; size <= 200; size += 1) {
      tree.add(leafDigest(String(size)))
      expect(tree.size()).toBe(size)
      expect(tree.peaks()).toHaveLength(size.toString(2).replaceAll('0', '').length)
    }
  })
})
