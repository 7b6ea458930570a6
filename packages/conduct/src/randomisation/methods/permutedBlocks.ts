import { below, shuffled } from '../draw.ts'
import type { ListSpecification } from '../list.ts'
import { portion, sharesOf, totalOf } from '../ratio.ts'
import type { Forecast, ListMethod } from './method.ts'

/**
 * Permuted blocks: block after block, each of a size drawn with equal chance, each holding the ratio exactly, every order of
 * its arms equally likely. Balance is exact at every block's end; the end of a block can be foreseen by who knows its
 * beginning. Sources: Hill, Lancet 1951; Zelen, J Chronic Dis 1974;27:365; ICH E9 (1998), 2.3.2.
 */
export const permutedBlocks: ListMethod = {
  title: { en: 'permuted blocks of random sizes', nb: 'permuterte blokker av tilfeldig størrelse' },
  source: 'Zelen, J Chronic Dis 1974;27:365–375; ICH E9 (1998), 2.3.2',
  fault({ ratio, blocks }) {
    if (blocks.length === 0) return 'permuted blocks need a size'
    const total = totalOf(ratio)
    const wrong = blocks.find((size) => !Number.isInteger(size) || size < 1 || size % total !== 0)
    return wrong === undefined
      ? undefined
      : `a block of ${wrong} cannot hold the ratio: it needs a multiple of ${total}`
  },
  draw({ ratio, blocks, slotsPerStratum }, draw) {
    const arms: string[] = []
    const sizes: number[] = []
    while (arms.length < slotsPerStratum) {
      const size = blocks[below(blocks.length, draw)]!
      sizes.push(size)
      arms.push(...shuffled(portion(ratio, size), draw))
    }
    return { arms, blocks: sizes }
  },
  forecast,
  limit: ({ ratio, blocks }) => Math.max(...blocks) / totalOf(ratio),
}

/** A block that may be the present one: how many of each arm it still holds, and how likely it is. */
interface Possible {
  readonly left: number[]
  all: number
  weight: number
}

/**
 * The blocks' sizes and beginnings are not known, so every block that could be the present one is kept with its probability
 * given the arms so far (a forward filter over a hidden Markov chain).
 */
function forecast({ ratio, blocks }: Pick<ListSpecification, 'ratio' | 'blocks'>): Forecast {
  const shares = sharesOf(ratio)
  const total = totalOf(ratio)
  const fresh = (weight: number): Possible[] =>
    blocks.map((size) => ({
      left: shares.map((share) => (share * size) / total),
      all: size,
      weight: weight / blocks.length,
    }))
  let possible = fresh(1)
  return {
    chances() {
      const chances = Array<number>(shares.length).fill(0)
      for (const { left, all, weight } of possible)
        for (let arm = 0; arm < left.length; arm += 1) chances[arm]! += (weight * left[arm]!) / all
      return chances
    },
    see(arm) {
      let ended = 0
      let sum = 0
      for (const block of possible) {
        block.weight *= block.left[arm]! / block.all
        block.left[arm]! -= 1
        block.all -= 1
        sum += block.weight
        if (block.all === 0) ended += block.weight
      }
      possible = possible.filter(({ all, weight }) => all > 0 && weight > 0)
      if (ended > 0) possible.push(...fresh(ended))
      for (const block of possible) block.weight /= sum
    },
  }
}
