import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fastDraw, fromSeed } from '../../testing/draws.ts'
import {
  drawNumbers,
  minimise,
  minimiser,
  chosen,
  type MinimisationSpecification,
  type Profile,
} from './minimisation.ts'

const two: MinimisationSpecification = {
  method: 'minimisation',
  ratio: { a: 1, b: 1 },
  factors: [
    { id: 'performance', levels: ['ambulatory', 'not'], weight: 1 },
    { id: 'age', levels: ['under50', 'from50'], weight: 1 },
    { id: 'interval', levels: ['under2', 'from2'], weight: 1 },
    { id: 'lesion', levels: ['visceral', 'osseous', 'soft'], weight: 1 },
  ],
  measure: 'range',
  probability: [3, 4],
}

/** Level by level how many participants of each arm there are; every factor adds up to the same. */
type Margins = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>

/** People whose margins are the given ones: the first of each arm takes the first level that still has room, and so on. */
function peopleWith(margins: Margins, arms: number): readonly { readonly profile: Profile; readonly arm: number }[] {
  return Array.from({ length: arms }, (_, arm) => {
    const columns = Object.entries(margins).map(
      ([factor, levels]) =>
        [factor, Object.entries(levels).flatMap(([level, counts]) => Array<string>(counts[arm]!).fill(level))] as const,
    )
    return columns[0]![1].map((_level, person) => ({
      profile: Object.fromEntries(columns.map(([factor, column]) => [factor, column[person]!])),
      arm,
    }))
  }).flat()
}

const after = (specification: MinimisationSpecification, margins: Margins) => {
  const state = minimiser(specification)
  for (const { profile, arm } of peopleWith(margins, Object.keys(specification.ratio).length)) state.give(profile, arm)
  return state
}

const chances = (weights: readonly number[]) => weights.map((weight) => weight / weights.reduce((a, b) => a + b, 0))

describe('worked example: 80 patients with advanced breast cancer, Pocock, Clinical Trials (Wiley 1983), table 5.8', () => {
  const margins: Margins = {
    performance: { ambulatory: [30, 31], not: [10, 9] },
    age: { under50: [18, 17], from50: [22, 23] },
    interval: { under2: [31, 32], from2: [9, 8] },
    lesion: { visceral: [19, 21], osseous: [8, 7], soft: [13, 12] },
  }
  const next = { performance: 'ambulatory', age: 'under50', interval: 'from2', lesion: 'visceral' }

  test('the sums over the next patient’s levels are 76 and 77, so the first treatment is preferred', () => {
    const sums = [0, 1].map((arm) =>
      Object.entries(next).reduce((sum, [factor, level]) => sum + margins[factor]![level]![arm]!, 0),
    )
    expect(sums).toEqual([76, 77])
    // Between two arms the variance decides as the sums do: ((d + 1)² − (d − 1)²) = 4d, added over the factors.
    const { scores, weights } = after({ ...two, measure: 'variance' }, margins).prefer(next)
    expect(scores).toEqual([0 + 4 + 4 + 1, 4 + 0 + 0 + 9])
    expect(chances(weights)).toEqual([0.75, 0.25])
  })

  test('the range sees a tie: 0 + 2 + 2 + 1 against 2 + 0 + 0 + 3', () => {
    const { scores, weights } = after(two, margins).prefer(next)
    expect(scores).toEqual([5, 5])
    expect(chances(weights)).toEqual([0.5, 0.5])
  })

  test('a weight on the lesion settles it', () => {
    const factors = two.factors.map((factor) => (factor.id === 'lesion' ? { ...factor, weight: 2 } : factor))
    expect(after({ ...two, factors }, margins).prefer(next).scores).toEqual([6, 8])
  })
})

describe('three arms', () => {
  const one = { ...two, factors: [{ id: 'sex', levels: ['f', 'm'], weight: 1 }], ratio: { a: 1, b: 1, c: 1 } }

  test('the preferred arm has p, each other half of what remains', () => {
    const { scores, weights } = after(one, { sex: { f: [1, 2, 3], m: [0, 0, 0] } }).prefer({ sex: 'f' })
    expect(scores).toEqual([1, 2, 3])
    expect(chances(weights)).toEqual([0.75, 0.125, 0.125])
  })

  test('two that tie share what would be theirs: (p + (1 − p)/2) / 2', () => {
    const { weights } = after(one, { sex: { f: [2, 2, 3], m: [0, 0, 0] } }).prefer({ sex: 'f' })
    expect(chances(weights)).toEqual([0.4375, 0.4375, 0.125])
  })

  test('people of the other level do not count', () => {
    const { scores, weights } = after(one, { sex: { f: [0, 0, 0], m: [5, 0, 0] } }).prefer({ sex: 'f' })
    expect(scores).toEqual([1, 1, 1])
    expect(new Set(weights).size).toBe(1)
  })
})

describe('unequal ratios: Han, Enas and McEntegart 2009', () => {
  const unequal: MinimisationSpecification = {
    ...two,
    ratio: { a: 1, b: 2 },
    probability: [4, 5],
    factors: [{ id: 'sex', levels: ['f', 'm'], weight: 1 }],
  }

  test('counts are compared per share: 11 and 20 in the ratio 1:2 are 11 and 10', () => {
    const { scores, weights } = after(unequal, { sex: { f: [11, 20], m: [0, 0] } }).prefer({ sex: 'f' })
    expect(scores[0]! > scores[1]!).toBe(true)
    // p of the larger arm: 1 − (1/2)(1 − 0.8) = 0.9.
    expect(chances(weights)).toEqual([0.1, 0.9])
  })

  test('the arm with the smallest share, when preferred, has p itself', () => {
    const { weights } = after(unequal, { sex: { f: [9, 20], m: [0, 0] } }).prefer({ sex: 'f' })
    expect(chances(weights)).toEqual([0.8, 0.2])
  })

  test('when arms are preferred as often as their shares say, they are given so: whatever the ratio', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 4 }),
        fc.integer({ min: 50, max: 100 }),
        (shares, percent) => {
          const ratio = Object.fromEntries(shares.map((share, index) => [`arm${index}`, share]))
          const total = shares.reduce((sum, share) => sum + share, 0)
          fc.pre(percent * total >= 100 * Math.min(...shares))
          const given = shares.map(() => 0)
          for (const [preferred, share] of shares.entries()) {
            const counts = shares.map((each, arm) => 3 * each + (arm === preferred ? 0 : 2 * each))
            const state = after({ ...unequal, ratio, probability: [percent, 100] }, { sex: { f: counts } })
            for (const [arm, chance] of chances(state.prefer({ sex: 'f' }).weights).entries())
              given[arm]! += (share / total) * chance
          }
          for (const [arm, share] of shares.entries()) expect(given[arm]).toBeCloseTo(share / total, 12)
        },
      ),
      { numRuns: 200, seed: 5 },
    )
  })

  test('RND-05: 3:2:1 is kept over simulated trials', () => {
    const specification = { ...two, ratio: { a: 3, b: 2, c: 1 } }
    const draw = fastDraw(8)
    const counts: Record<string, number> = { a: 0, b: 0, c: 0 }
    for (let run = 0; run < 150; run += 1) {
      const people = profiles(specification, 60, run)
      for (const arm of minimise(specification, drawNumbers(60, draw), people)) counts[arm]! += 1
    }
    expect(
      [counts['a']! / 9000, counts['b']! / 9000, counts['c']! / 9000].map((share) => Math.round(share * 100)),
    ).toEqual([50, 33, 17])
  })
})

/** People whose levels follow from a small generator; nothing here is random. */
function profiles(specification: MinimisationSpecification, count: number, seed: number): readonly Profile[] {
  const draw = fastDraw(1_000_000 + seed)
  return Array.from({ length: count }, () =>
    Object.fromEntries(specification.factors.map(({ id, levels }) => [id, levels[draw(1)[0]! % levels.length]!])),
  )
}

describe('laws', () => {
  test('RND-03: the arms follow from the sealed numbers and the history alone, however much of it is asked for', () => {
    const numbers = drawNumbers(40, fromSeed(4))
    const people = profiles(two, 40, 4)
    const all = minimise(two, numbers, people)
    for (const count of [0, 1, 17, 40])
      expect(minimise(two, numbers, people.slice(0, count))).toEqual(all.slice(0, count))
    expect(minimise(two, drawNumbers(40, fromSeed(5)), people)).not.toEqual(all)
  })

  test('RND-03: what a later participant is like changes no earlier arm', () => {
    const numbers = drawNumbers(30, fromSeed(6))
    const people = profiles(two, 30, 6)
    const other = [...people.slice(0, 20), ...profiles(two, 10, 7)]
    expect(minimise(two, numbers, other).slice(0, 20)).toEqual(minimise(two, numbers, people).slice(0, 20))
  })

  test('RND-05: with p = 1 and one factor, no level is ever more than one participant out of balance', () => {
    const strict = { ...two, factors: [two.factors[3]!], probability: [1, 1] as const }
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const people = profiles(strict, 60, seed)
        const arms = minimise(strict, drawNumbers(60, fromSeed(seed)), people)
        for (const level of strict.factors[0]!.levels) {
          let ahead = 0
          for (const [index, { lesion }] of people.entries()) {
            if (lesion === level) ahead += arms[index] === 'a' ? 1 : -1
            expect(Math.abs(ahead)).toBeLessThanOrEqual(1)
          }
        }
      }),
      { numRuns: 40, seed: 1 },
    )
  })

  test('renaming the arms renames the allocations: no arm is treated differently', () => {
    const numbers = drawNumbers(60, fromSeed(9))
    const people = profiles(two, 60, 9)
    const renamed = minimise({ ...two, ratio: { x: 1, y: 1 } }, numbers, people)
    expect(renamed).toEqual(minimise(two, numbers, people).map((arm) => (arm === 'a' ? 'x' : 'y')))
  })

  test('a number chooses by the running sum of the weights, the ends included', () => {
    expect([0, 2 ** 30 - 1, 2 ** 30, 2 ** 32 - 1].map((number) => chosen([1, 3], number))).toEqual([0, 0, 1, 1])
    expect([0, 2 ** 32 - 1].map((number) => chosen([0, 1], number))).toEqual([1, 1])
    expect(() => chosen([1, 3], 2 ** 32)).toThrow(RangeError)
  })

  test('fewer numbers than participants, or a level nobody foresaw: no arm', () => {
    const people = profiles(two, 3, 1)
    expect(() => minimise(two, [1, 2], people)).toThrow(/fewer numbers/)
    expect(() => minimise(two, [1], [{ ...people[0]!, lesion: 'other' }])).toThrow(/no such level/)
  })

  test.each<[string, Partial<MinimisationSpecification>]>([
    ['no factor', { factors: [] }],
    ['a factor twice', { factors: [two.factors[0]!, two.factors[0]!] }],
    ['a factor without levels', { factors: [{ id: 'x', levels: [], weight: 1 }] }],
    ['half a weight', { factors: [{ id: 'x', levels: ['y'], weight: 0.5 }] }],
    ['a probability above 1', { probability: [5, 4] }],
    ['a probability below the share', { probability: [1, 4] }],
    ['one arm', { ratio: { a: 1 } }],
  ])('%s is refused', (_, wrong) => {
    expect(() => minimiser({ ...two, ...wrong })).toThrow(RangeError)
  })
})
