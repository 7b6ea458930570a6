import { below, type Draw } from '../draw.ts'
import { armsOf, ratioFault, sharesOf, totalOf, type Ratio } from '../ratio.ts'
import { marginImbalance, type Measure } from './margin.ts'

/*
 * Minimisation: each participant most likely gets the arm that leaves the margins of the named factors best balanced.
 * Sources: Pocock and Simon, Sequential treatment assignment with balancing for prognostic factors in the controlled
 * clinical trial, Biometrics 1975;31:103–115 (scores, range and variance, one probability for the preferred arm); Han,
 * Enas and McEntegart, Randomization by minimization for unbalanced treatment allocation, Stat Med 2009;28:3329–3346
 * (counts per share, and biased-coin probabilities that keep an unequal ratio). All arithmetic is in whole numbers, so
 * that a second program decides every tie alike.
 */

export interface Factor {
  readonly id: string
  readonly levels: readonly string[]
  /** How much its balance counts beside the others'; a whole number from 1. A factor of one level balances the totals. */
  readonly weight: number
}

export interface MinimisationSpecification {
  readonly method: 'minimisation'
  readonly ratio: Ratio
  readonly factors: readonly Factor[]
  readonly measure: Measure
  /** Chance of the preferred arm as a fraction: [4, 5]. In an unequal ratio, that of the arm with the smallest share. */
  readonly probability: readonly [times: number, of: number]
}

/** A participant's level of every factor, as it was when the participant was randomised. */
export type Profile = Readonly<Record<string, string>>

/** Numbers drawn before the study opens, one for each participant to come: whole, 0 to 2^32 − 1, each equally likely. */
export const drawNumbers = (positions: number, draw: Draw): readonly number[] =>
  Array.from({ length: positions }, () => below(2 ** 32, draw))

/** What one participant's place among the others says of the arms; arms in the order of `armsOf`. */
export interface Preference {
  /** Pocock and Simon's G for each arm: the imbalance there would be, were it given. The lowest are preferred. */
  readonly scores: readonly number[]
  /** Whole numbers in proportion to the chances of the arms. */
  readonly weights: readonly number[]
}

export interface Minimiser {
  prefer(profile: Profile): Preference
  give(profile: Profile, arm: number): void
}

/** Begins with nobody randomised. RangeError for a specification that cannot be kept, or a profile without a known level. */
export function minimiser(specification: MinimisationSpecification): Minimiser {
  const fault = minimisationFault(specification)
  if (fault !== undefined) throw new RangeError(fault)
  const shares = sharesOf(specification.ratio)
  const margins = specification.factors.map(({ levels }) => levels.map(() => shares.map(() => 0)))
  const countsOf = (profile: Profile) =>
    specification.factors.map(({ id, levels }, factor) => {
      const counts = margins[factor]![levels.indexOf(profile[id] ?? '')]
      if (counts === undefined) throw new RangeError(`the factor ${id} has no such level`)
      return counts
    })
  return {
    prefer(profile) {
      const counts = countsOf(profile)
      const scores = shares.map((_, arm) =>
        counts.reduce(
          (sum, margin, factor) =>
            sum + specification.factors[factor]!.weight * marginImbalance(margin, arm, shares, specification.measure),
          0,
        ),
      )
      return { scores, weights: weightsOf(scores, shares, specification.probability) }
    },
    give(profile, arm) {
      for (const margin of countsOf(profile)) margin[arm]! += 1
    },
  }
}

/**
 * Chances that keep the ratio (Han et al. 2009, biased-coin minimization): an arm that is not preferred gets a chance in
 * proportion to its share, and what remains goes to the preferred ones, by share when several tie. In equal ratio this is
 * Pocock and Simon's p for the preferred arm and (1 − p) / (arms − 1) for each other.
 */
function weightsOf(
  scores: readonly number[],
  shares: readonly number[],
  [times, of]: readonly [number, number],
): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const least = Math.min(...scores)
  const tied = shares.reduce((sum, share, arm) => sum + (scores[arm] === least ? share : 0), 0)
  const rest = of * (total - Math.min(...shares))
  return shares.map((share, arm) =>
    scores[arm] === least ? share * (rest - (of - times) * (total - tied)) : share * (of - times) * tied,
  )
}

/** The arm a drawn number chooses; the chances are kept to within 2^−32. */
export function chosen(weights: readonly number[], number: number): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  for (const [arm, weight] of weights.entries()) {
    passed += weight
    // Whole numbers below 2^53 on both sides, so the comparison is exact.
    if (number * all < passed * 2 ** 32) return arm
  }
  throw new RangeError(`${number} is no number from 0 to 2^32 − 1`)
}

/**
 * The arms of all participants so far: a plain function of the sealed numbers and of what anybody may know, who was
 * randomised in which order with which levels. Whoever holds the numbers later can work out every allocation again.
 */
export function minimise(
  specification: MinimisationSpecification,
  numbers: readonly number[],
  profiles: readonly Profile[],
): readonly string[] {
  const arms = armsOf(specification.ratio)
  const state = minimiser(specification)
  return profiles.map((profile, position) => {
    const number = numbers[position]
    if (number === undefined) throw new RangeError('there are fewer numbers than participants')
    const arm = chosen(state.prefer(profile).weights, number)
    state.give(profile, arm)
    return arms[arm]!
  })
}

/** Why the specification cannot be kept, as a sentence; undefined when it can. */
export function minimisationFault({ ratio, factors, probability }: MinimisationSpecification): string | undefined {
  const [times, of] = probability
  if (factors.length === 0) return 'minimisation needs a factor'
  if (new Set(factors.map(({ id }) => id)).size !== factors.length) return 'factors are different'
  if (factors.some(({ levels }) => levels.length === 0 || new Set(levels).size !== levels.length))
    return 'the levels of a factor are at least one, and different'
  if (factors.some(({ weight }) => !Number.isInteger(weight) || weight < 1)) return 'weights are whole numbers from 1'
  if (!Number.isInteger(times) || !Number.isInteger(of) || of < 1 || of > 1000 || times > of)
    return 'the probability is two whole numbers, at most 1'
  const fault = ratioFault(ratio)
  if (fault !== undefined) return fault
  return times * totalOf(ratio) < of * Math.min(...sharesOf(ratio))
    ? 'the preferred arm needs a probability of at least its share'
    : undefined
}
