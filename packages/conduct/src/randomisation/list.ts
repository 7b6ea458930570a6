import type { Study } from '@trialwright/protocol'
import { strataOf } from './decide.ts'
import type { Draw } from './draw.ts'
import { listMethod, type ListMethodName } from './methods/listMethods.ts'
import { ratioFault, type Ratio } from './ratio.ts'

export interface ListSpecification {
  readonly method: ListMethodName
  readonly ratio: Ratio
  /** Permuted blocks: sizes drawn from with equal chance; empty for the other methods. */
  readonly blocks: readonly number[]
  readonly strata: readonly string[]
  /** Least number of slots; a last block is always whole. */
  readonly slotsPerStratum: number
  /** Big stick: the maximum tolerated imbalance, in participants. */
  readonly tolerance?: number
  /** Biased coin: the probability of the arm behind, as a fraction: [2, 3]. */
  readonly probability?: readonly [times: number, of: number]
}

export interface StratumList {
  readonly stratum: string
  /** Arms in drawn order. */
  readonly arms: readonly string[]
  /** Sizes of the blocks, in order; empty for methods without blocks. */
  readonly blocks: readonly number[]
}

export interface RandomisationList {
  readonly specification: ListSpecification
  readonly lists: readonly StratumList[]
  /** 32 random bytes in hex; without them the commitment could be tried out. */
  readonly salt: string
}

/** What the study's definition asks of its list; RangeError where it asks for minimisation, which has none. */
export const listSpecification = (study: Study): ListSpecification => {
  const { method, ratio, blocks, slotsPerStratum, tolerance, probability } = study.compiled.randomisation
  if (method === 'minimisation') throw new RangeError('minimisation has no list')
  return {
    method,
    ratio,
    blocks: method === 'permutedBlocks' ? blocks : [],
    strata: strataOf(study),
    slotsPerStratum,
    ...(tolerance !== undefined && { tolerance }),
    ...(probability !== undefined && { probability }),
  }
}

/**
 * Draws the list, stratum after stratum, by the specification's method (`methods/`). The same bytes give the same list.
 * RangeError for a specification that cannot be kept, such as a block the ratio does not divide; `checkStudy` finds it in a
 * study first.
 */
export function generateList(specification: ListSpecification, draw: Draw): RandomisationList {
  const fault = specificationFault(specification)
  if (fault !== undefined) throw new RangeError(fault)
  const method = listMethod(specification.method)
  const salt = [...draw(32)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return {
    specification,
    lists: specification.strata.map((stratum) => ({ stratum, ...method.draw(specification, draw) })),
    salt,
  }
}

/** Why no list can keep the specification, as a sentence; undefined when one can. */
export function specificationFault(specification: ListSpecification): string | undefined {
  const { ratio, slotsPerStratum, strata } = specification
  if (!Number.isInteger(slotsPerStratum) || slotsPerStratum < 1) return 'a stratum needs at least one slot'
  if (strata.length === 0 || new Set(strata).size !== strata.length) return 'strata are at least one, and different'
  return ratioFault(ratio) ?? listMethod(specification.method).fault(specification)
}
