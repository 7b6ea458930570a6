import { describe, expect, test } from 'vitest'
import { runs } from '@trialwright/test-support'
import { fastDraw } from '../../testing/draws.ts'
import type { ListSpecification } from '../list.ts'
import { listMethod } from '../methods/listMethods.ts'
import { convergence } from './guesser.ts'
import { operatingCharacteristics, type OperatingCharacteristics } from './operatingCharacteristics.ts'
import { minimised, stratifiedList, unstratifiedList } from './scheme.ts'
import { needsSignOff } from './signOff.ts'

const base: ListSpecification = {
  method: 'simple',
  ratio: { a: 1, b: 1 },
  blocks: [],
  strata: ['site'],
  slotsPerStratum: 1,
}
const blocks = (...sizes: number[]): ListSpecification => ({ ...base, method: 'permutedBlocks', blocks: sizes })
const bigStick = (tolerance: number): ListSpecification => ({ ...base, method: 'bigStick', tolerance })

const total = runs(4000).numRuns
const simulate = (specification: ListSpecification, participants = 21, strata: number | readonly number[] = 1) =>
  operatingCharacteristics(stratifiedList(specification), { participants, strata, runs: total, draw: fastDraw(21) })

/** Figures from before this program, of another one with 20,000 runs: 21 people at one site. Percent; mean imbalance. */
const known: readonly (readonly [
  string,
  ListSpecification,
  right: number,
  certain: number | null,
  low: number,
  high: number,
])[] = [
  ['simple', base, 50.1, 0, 3.7, 3.7],
  ['blocks of 2', blocks(2), 73.8, 47.6, 1, 1.2],
  ['blocks of 4', blocks(4), 69.9, 31.7, 1, 1.2],
  ['blocks of 6', blocks(6), 66.7, 21.4, 1, 1.2],
  ['blocks of 2, 4, 6', blocks(2, 4, 6), 69.2, null, 1, 1],
  ['blocks of 4, 6, 8', blocks(4, 6, 8), 66.7, null, 1.1, 1.1],
  ['big stick 3', bigStick(3), 56.9, null, 1.7, 1.7],
  ['big stick 4', bigStick(4), 54.8, null, 2, 2],
]

describe('RND-05 21 people at one site, whose earlier arms are all known', () => {
  test.each(known)(
    '%s: right guesses, certain ones and imbalance as known',
    (_, specification, right, certain, low, high) => {
      const report = simulate(specification)
      const { guessed, overall } = report
      // Four standard errors of this run, beside those of the known figures (20,000 runs) and their rounding.
      const near = 4 * guessed.convergence.standardError * Math.sqrt(1 + total / 20_000) + 0.0005
      expect(Math.abs(guessed.convergence.mean - right / 100)).toBeLessThan(near)
      if (certain !== null) expect(Math.abs(guessed.certain.mean - certain / 100)).toBeLessThan(0.006)
      const about = 4 * overall.end.standardError * Math.sqrt(1 + total / 20_000) + 0.06
      expect(overall.end.mean).toBeGreaterThan(low - about)
      expect(overall.end.mean).toBeLessThan(high + about)
      expect(overall.worst).toBeLessThanOrEqual(listMethod(specification.method).limit(specification) ?? 21)
      expect(report.withinStratum.end).toEqual(overall.end)
    },
  )
})

describe('exact figures', () => {
  /** Guesses right on the average, worked out from the chances of each imbalance, when the coin at `ahead` is known. */
  function exact(participants: number, forBehind: (ahead: number) => number): { right: number; end: number } {
    let chances = new Map([[0, 1]])
    let right = 0
    for (let step = 0; step < participants; step += 1) {
      const next = new Map<number, number>()
      for (const [ahead, chance] of chances) {
        const towards = ahead === 0 ? 0.5 : forBehind(Math.abs(ahead))
        right += chance * Math.max(towards, 1 - towards)
        const [closer, further] = ahead > 0 ? [ahead - 1, ahead + 1] : [ahead + 1, ahead - 1]
        next.set(closer, (next.get(closer) ?? 0) + chance * towards)
        next.set(further, (next.get(further) ?? 0) + chance * (1 - towards))
      }
      chances = next
    }
    return {
      right: right / participants,
      end: [...chances].reduce((sum, [ahead, chance]) => sum + Math.abs(ahead) * chance, 0),
    }
  }

  test.each<[string, ListSpecification, (ahead: number) => number]>([
    ['simple', base, () => 0.5],
    ['big stick 3', bigStick(3), (ahead) => (ahead < 3 ? 0.5 : 1)],
    ['biased coin 2/3', { ...base, method: 'biasedCoin', probability: [2, 3] }, () => 2 / 3],
  ])('RND-05 %s: simulation and calculation agree within four standard errors', (_, specification, coin) => {
    const { guessed, overall } = simulate(specification, 30)
    const { right, end } = exact(30, coin)
    expect(Math.abs(guessed.best.mean - right)).toBeLessThanOrEqual(4 * guessed.best.standardError + 1e-9)
    expect(Math.abs(guessed.convergence.mean - right)).toBeLessThan(4 * guessed.convergence.standardError + 1e-9)
    expect(Math.abs(overall.end.mean - end)).toBeLessThan(4 * overall.end.standardError)
  })

  test('blocks of 2, whole: three quarters right, half certain, level at the end of each', () => {
    const { guessed, overall } = simulate(blocks(2), 20)
    expect(guessed.best.mean).toBeCloseTo(0.75, 12)
    expect(guessed.certain.mean).toBeCloseTo(0.5, 12)
    expect(overall).toMatchObject({ end: { mean: 0 }, worstEnd: 0, worst: 1, distribution: [[0, 1]] })
  })

  test('who knows the sizes guesses better than who bets on the arm behind, and no worse anywhere', () => {
    for (const specification of [blocks(4, 6, 8), blocks(2, 4, 6), bigStick(3)]) {
      const { guessed } = simulate(specification, 42)
      const near = 4 * guessed.convergence.standardError
      expect(guessed.best.mean).toBeGreaterThan(guessed.convergence.mean - near)
    }
  })
})

describe('several strata', () => {
  test('are filled as evenly as can be, or as told', () => {
    expect(simulate(base, 20, 6).strata).toEqual([4, 4, 3, 3, 3, 3])
    expect(simulate(base, 9, [2, 7]).strata).toEqual([2, 7])
    expect(() => simulate(base, 10, [2, 7])).toThrow(RangeError)
  })

  test('RND-05 minimisation by site balances sites and the whole trial better than chance', () => {
    const specification = {
      method: 'minimisation',
      ratio: { a: 1, b: 1 },
      factors: [
        { id: 'site', levels: ['0', '1', '2', '3', '4', '5'], weight: 1 },
        { id: 'sex', levels: ['f', 'm'], weight: 1 },
      ],
      measure: 'range',
      probability: [4, 5],
    } as const
    const scheme = minimised(specification, (stratum, draw) => ({
      site: String(stratum),
      sex: draw(1)[0]! % 2 === 0 ? 'f' : 'm',
    }))
    const trials = { participants: 126, strata: 6, runs: 300, draw: fastDraw(4) }
    const balanced = operatingCharacteristics(scheme, trials)
    const chance = operatingCharacteristics(unstratifiedList(base), trials)
    expect(balanced.overall.end.mean).toBeLessThan(chance.overall.end.mean / 2)
    expect(balanced.withinStratum.end.mean).toBeLessThan(chance.withinStratum.end.mean / 1.5)
    expect(balanced.guessed.certain.mean).toBe(0)
    expect(balanced.guessed.best.mean).toBeLessThan(0.8)
    expect(balanced.guessed.convergence.mean).toBeLessThan(balanced.guessed.best.mean)
  })
})

describe('the guesser who bets on the arm behind', () => {
  test.each([
    ['names it', [3, 2], [1, 1], 1, 1],
    ['is wrong', [3, 2], [1, 1], 0, 0],
    ['wins half where they are level', [2, 2], [1, 1], 0, 0.5],
    ['counts per share', [3, 4], [1, 2], 1, 1],
    ['takes the larger arm where they are level', [0, 0], [1, 2], 0, 0],
    ['tosses among the largest', [0, 0, 0], [1, 2, 2], 2, 0.5],
  ] as const)('%s', (_, counts, shares, arm, expected) => {
    expect(convergence(counts, shares, arm)).toBe(expected)
  })
})

describe('a sign-off', () => {
  test.each([
    ['blocks of 2', blocks(2), true],
    ['blocks of 4 or 6 or 8', blocks(4, 6, 8), false],
    ['big stick 3', bigStick(3), false],
  ] as const)('%s', (_, specification, needed) => {
    expect(needsSignOff(simulate(specification))).toBe(needed)
  })

  test('is asked for above 70 percent, whichever guesser has it, and not at it', () => {
    const report = simulate(base)
    const estimate = (mean: number) => ({ mean, standardError: 0 })
    const told = (convergenceShare: number, best: number): OperatingCharacteristics => ({
      ...report,
      guessed: { convergence: estimate(convergenceShare), best: estimate(best), certain: estimate(0) },
    })
    expect([told(0.7, 0.7), told(0.701, 0.5), told(0.5, 0.701)].map(needsSignOff)).toEqual([false, true, true])
  })
})
