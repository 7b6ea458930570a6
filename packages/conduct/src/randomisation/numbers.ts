import type { Study } from '@trialwright/protocol'
import type { Draw } from './draw.ts'
import { drawNumbers, minimisationFault, type MinimisationSpecification } from './methods/minimisation.ts'

/** What is drawn and sealed for minimisation: no list, but a number for each participant to come. */
export interface SealedNumbers {
  readonly specification: MinimisationSpecification & { readonly positions: number }
  readonly numbers: readonly number[]
  /** 32 random bytes in hex; without them the commitment could be tried out. */
  readonly salt: string
}

/** All participants stand in one order. */
export const wholeTrial = 'all'

/** What the study's definition asks of minimisation; undefined where it asks for a list. */
export function minimisationOf({ compiled }: Study): SealedNumbers['specification'] | undefined {
  const {
    method,
    ratio,
    factors = [],
    measure = 'range',
    probability = [1, 1],
    slotsPerStratum,
  } = compiled.randomisation
  if (method !== 'minimisation') return undefined
  return {
    method,
    ratio,
    factors: factors.map(({ id, weight, levels }) => ({ id, weight, levels: levels.map((level) => level.id) })),
    measure,
    probability,
    positions: slotsPerStratum,
  }
}

/** Draws the numbers. The same bytes give the same ones; RangeError for a specification that cannot be kept. */
export function generateNumbers(specification: SealedNumbers['specification'], draw: Draw): SealedNumbers {
  const fault = numbersFault(specification)
  if (fault !== undefined) throw new RangeError(fault)
  const salt = [...draw(32)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { specification, numbers: drawNumbers(specification.positions, draw), salt }
}

/** Why no numbers can keep the specification, as a sentence; undefined when they can. */
export const numbersFault = (specification: SealedNumbers['specification']): string | undefined =>
  !Number.isInteger(specification.positions) || specification.positions < 1
    ? 'minimisation needs at least one position'
    : minimisationFault(specification)
