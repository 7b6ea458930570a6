import type { Study } from '@trialwright/protocol'
import { strataOf } from './decide.ts'
import { below, shuffled, type Draw } from './draw.ts'

export interface ListSpecification {
  readonly method: 'simple' | 'permutedBlocks'
  readonly ratio: Readonly<Record<string, number>>
  /** Sizes drawn from with equal chance; empty for the simple method. */
  readonly blocks: readonly number[]
  readonly strata: readonly string[]
  /** Least number of slots; the last block is always whole. */
  readonly slotsPerStratum: number
}

export interface StratumList {
  readonly stratum: string
  /** Arms in drawn order. */
  readonly arms: readonly string[]
  /** Sizes of the blocks, in order; empty for the simple method. */
  readonly blocks: readonly number[]
}

export interface RandomisationList {
  readonly specification: ListSpecification
  readonly lists: readonly StratumList[]
  /** 32 random bytes in hex; without them the commitment could be tried out. */
  readonly salt: string
}

/** What the study's definition asks of its list. */
export const listSpecification = (study: Study): ListSpecification => {
  const { method, ratio, blocks, slotsPerStratum } = study.compiled.randomisation
  return { method, ratio, blocks: method === 'simple' ? [] : blocks, strata: strataOf(study), slotsPerStratum }
}

/**
 * Draws the list: per stratum, blocks of random size with every order of their arms equally likely, or each slot by itself.
 * The same bytes give the same list. RangeError for a specification that cannot be kept, such as a block the ratio does not
 * divide; `checkStudy` finds it in a study first. Method: permuted blocks of random size, ICH E9 2.3.2.
 */
export function generateList(specification: ListSpecification, draw: Draw): RandomisationList {
  refuseImpossible(specification)
  const salt = [...draw(32)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { specification, lists: specification.strata.map((stratum) => listOf(stratum, specification, draw)), salt }
}

/** Arms in a fixed order, each as often as the ratio says: what a block holds before it is shuffled. */
function portion(ratio: ListSpecification['ratio'], size: number): readonly string[] {
  const arms = Object.keys(ratio).toSorted()
  const total = arms.reduce((sum, arm) => sum + ratio[arm]!, 0)
  return arms.flatMap((arm) => Array<string>((ratio[arm]! * size) / total).fill(arm))
}

const totalOf = (ratio: ListSpecification['ratio']): number =>
  Object.values(ratio).reduce((sum, share) => sum + share, 0)

function listOf(
  stratum: string,
  { method, ratio, blocks, slotsPerStratum }: ListSpecification,
  draw: Draw,
): StratumList {
  const arms: string[] = []
  if (method === 'simple') {
    const urn = portion(ratio, totalOf(ratio))
    while (arms.length < slotsPerStratum) arms.push(urn[below(urn.length, draw)]!)
    return { stratum, arms, blocks: [] }
  }
  const sizes: number[] = []
  while (arms.length < slotsPerStratum) {
    const size = blocks[below(blocks.length, draw)]!
    sizes.push(size)
    arms.push(...shuffled(portion(ratio, size), draw))
  }
  return { stratum, arms, blocks: sizes }
}

function refuseImpossible({ method, ratio, blocks, strata, slotsPerStratum }: ListSpecification): void {
  const shares = Object.values(ratio)
  if (shares.length < 2 || shares.some((share) => !Number.isInteger(share) || share < 1))
    throw new RangeError('a ratio needs two arms or more, with whole shares from 1')
  if (!Number.isInteger(slotsPerStratum) || slotsPerStratum < 1)
    throw new RangeError('a stratum needs at least one slot')
  if (strata.length === 0 || new Set(strata).size !== strata.length)
    throw new RangeError('strata are at least one, and different')
  if (method === 'simple') return
  if (blocks.length === 0) throw new RangeError('permuted blocks need a size')
  const total = totalOf(ratio)
  const wrong = blocks.find((size) => !Number.isInteger(size) || size < 1 || size % total !== 0)
  if (wrong !== undefined)
    throw new RangeError(`a block of ${wrong} cannot hold the ratio: it needs a multiple of ${total}`)
}
