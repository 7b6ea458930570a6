import type { Draw } from '../draw.ts'
import { imbalanceOf, sharesOf } from '../ratio.ts'
import { convergence } from './guesser.ts'
import { arrivals, type Scheme } from './scheme.ts'
import { meanOf, type Estimate } from './estimate.ts'

export interface Trials {
  /** Participants of a trial, 1 or more. */
  readonly participants: number
  /** How many strata they are spread over as evenly as can be, or the number of participants in each. */
  readonly strata: number | readonly number[]
  /** Trials simulated; figures are within some two standard errors, which shrink with its square root. */
  readonly runs: number
  readonly draw: Draw
  /** Called after each trial. */
  readonly progress?: (done: number) => void
}

/** In `imbalanceOf`'s measure: with two equal arms, participants by which one is ahead of the other. */
export interface Balance {
  /** At the end of the trial, on the average and at worst over the runs. */
  readonly end: Estimate
  readonly worstEnd: number
  /** At any time of any run. */
  readonly worst: number
}

export interface OperatingCharacteristics {
  readonly runs: number
  readonly strata: readonly number[]
  readonly overall: Balance & {
    /** Imbalance at the end, and the share of runs that ended with it; in rising order. */
    readonly distribution: readonly (readonly [imbalance: number, share: number])[]
  }
  readonly withinStratum: Balance
  /** Share of arms that a guesser names in advance, who knows all earlier arms of the stratum. */
  readonly guessed: {
    /** He bets on the arm that is behind. */
    readonly convergence: Estimate
    /**
     * He knows the method with its parameters too and makes the best of it; for schemes over several strata he is granted the
     * arms of all of them, so the true share is lower.
     */
    readonly best: Estimate
    /** Share of arms that this second guesser is certain of. */
    readonly certain: Estimate
  }
}

const surely = 1 - 1e-9

/** Tries a scheme out: how well it balances, and how often the next arm can be guessed. Pure: all chance is `draw`. */
export function operatingCharacteristics(scheme: Scheme, trials: Trials): OperatingCharacteristics {
  const { runs, draw } = trials
  const strata = sizesOf(trials)
  const shares = sharesOf(scheme.ratio)
  const participants = strata.reduce((sum, size) => sum + size, 0)
  const overall = { end: [] as number[], worst: 0 }
  const within = { end: [] as number[], worstEnd: 0, worst: 0 }
  const guessed = { convergence: [] as number[], best: [] as number[], certain: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    const course = scheme.begin(strata, draw)
    const all = shares.map(() => 0)
    const counts = strata.map(() => shares.map(() => 0))
    let [behind, best, certain] = [0, 0, 0]
    for (const stratum of arrivals(strata, draw)) {
      const seen = counts[stratum]!
      const { arm, chances } = course.next(stratum)
      const most = Math.max(...chances)
      behind += convergence(seen, shares, arm)
      best += most
      if (most > surely) certain += 1
      seen[arm]! += 1
      all[arm]! += 1
      overall.worst = Math.max(overall.worst, imbalanceOf(all, shares))
      within.worst = Math.max(within.worst, imbalanceOf(seen, shares))
    }
    const ends = counts.map((seen) => imbalanceOf(seen, shares))
    overall.end.push(imbalanceOf(all, shares))
    within.end.push(ends.reduce((sum, end) => sum + end, 0) / strata.length)
    within.worstEnd = Math.max(within.worstEnd, ...ends)
    guessed.convergence.push(behind / participants)
    guessed.best.push(best / participants)
    guessed.certain.push(certain / participants)
    trials.progress?.(run + 1)
  }
  return {
    runs,
    strata,
    overall: {
      end: meanOf(overall.end),
      worstEnd: overall.end.reduce((most, end) => Math.max(most, end), 0),
      worst: overall.worst,
      distribution: distributionOf(overall.end),
    },
    withinStratum: { end: meanOf(within.end), worstEnd: within.worstEnd, worst: within.worst },
    guessed: {
      convergence: meanOf(guessed.convergence),
      best: meanOf(guessed.best),
      certain: meanOf(guessed.certain),
    },
  }
}

function sizesOf({ participants, strata }: Trials): readonly number[] {
  const sizes =
    typeof strata === 'number'
      ? Array.from({ length: strata }, (_, index) => Math.floor((participants + index) / strata)).reverse()
      : strata
  const sum = sizes.reduce((all, size) => all + size, 0)
  if (sum !== participants || participants < 1 || sizes.some((size) => !Number.isInteger(size) || size < 0))
    throw new RangeError(`${participants} participants cannot be spread so`)
  return sizes
}

function distributionOf(ends: readonly number[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>()
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].map(([end, count]) => [end, count / ends.length] as const).toSorted(([a], [b]) => a - b)
}
