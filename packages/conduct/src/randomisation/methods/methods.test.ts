import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fastDraw, fromSeed } from '../../testing/draws.ts'
import { generateList, type ListSpecification } from '../list.ts'
import { armsOf, imbalanceOf, sharesOf } from '../ratio.ts'
import { listMethod, listMethods } from './listMethods.ts'

const base: ListSpecification = {
  method: 'bigStick',
  ratio: { a: 1, b: 1 },
  blocks: [],
  strata: ['north', 'south'],
  slotsPerStratum: 60,
}

const specifications = fc.oneof(
  fc.record({ tolerance: fc.integer({ min: 1, max: 6 }) }).map((part) => ({ ...base, ...part })),
  fc
    .constantFrom<readonly [number, number]>([1, 2], [2, 3], [3, 4], [9, 10])
    .map((probability) => ({ ...base, method: 'biasedCoin' as const, probability })),
  fc
    .record({ a: fc.integer({ min: 1, max: 3 }), b: fc.integer({ min: 1, max: 3 }), c: fc.integer({ min: 1, max: 2 }) })
    .map((ratio) => ({ ...base, method: 'simple' as const, ratio })),
  fc
    .tuple(
      fc.record({ a: fc.integer({ min: 1, max: 3 }), b: fc.integer({ min: 1, max: 3 }) }),
      fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
    )
    .map(([ratio, multiples]) => ({
      ...base,
      method: 'permutedBlocks' as const,
      ratio,
      blocks: multiples.map((multiple) => multiple * (ratio.a + ratio.b)),
    })),
)

describe('every method', () => {
  test('RND-03: the same seed gives the same list, with as many slots as asked for', () => {
    fc.assert(
      fc.property(specifications, fc.nat(65_535), (specification, seed) => {
        const list = generateList(specification, fromSeed(seed))
        expect(generateList(specification, fromSeed(seed))).toEqual(list)
        for (const { arms } of list.lists) expect(arms.length).toBeGreaterThanOrEqual(60)
      }),
      { numRuns: 60, seed: 2 },
    )
  })

  test('RND-05: the stated limit of imbalance is never passed, at no point of any list', () => {
    fc.assert(
      fc.property(specifications, fc.nat(65_535), (specification, seed) => {
        const limit = listMethod(specification.method).limit(specification)
        fc.pre(limit !== undefined)
        const order = armsOf(specification.ratio)
        for (const { arms } of generateList(specification, fromSeed(seed)).lists) {
          const counts = order.map(() => 0)
          for (const arm of arms) {
            counts[order.indexOf(arm)]! += 1
            expect(imbalanceOf(counts, sharesOf(specification.ratio))).toBeLessThanOrEqual(limit!)
          }
        }
      }),
      { numRuns: 100, seed: 3 },
    )
  })

  test('the forecast is a chance for each arm, never excludes the arm that comes, and on the average says how often it is right', () => {
    let promised = 0
    let kept = 0
    fc.assert(
      fc.property(specifications, fc.nat(65_535), (specification, seed) => {
        const order = armsOf(specification.ratio)
        for (const { arms } of generateList(specification, fromSeed(seed)).lists) {
          const forecast = listMethod(specification.method).forecast(specification)
          for (const arm of arms) {
            const chances = forecast.chances()
            expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9)
            const most = Math.max(...chances)
            const guess = chances.indexOf(most)
            expect(chances[order.indexOf(arm)]).toBeGreaterThan(1e-12)
            promised += most
            kept += order[guess] === arm ? 1 : 0
            forecast.see(order.indexOf(arm))
          }
        }
      }),
      { numRuns: 300, seed: 4 },
    )
    // Some 40,000 guesses: four standard errors are below one percentage point.
    expect(kept / promised).toBeGreaterThan(0.985)
    expect(kept / promised).toBeLessThan(1.015)
  })

  test('has a name in both languages and a source', () => {
    for (const { title, source } of Object.values(listMethods)) {
      expect(title.en).not.toBe(title.nb)
      expect(source).toMatch(/\d{4}/)
    }
  })
})

describe('big stick', () => {
  test('a fair coin inside the tolerance, the arm behind at it', () => {
    const forecast = listMethods.bigStick.forecast({ ...base, tolerance: 2 })
    const seen = [0, 0, 1].map((arm) => {
      const chances = forecast.chances()
      forecast.see(arm)
      return chances
    })
    expect([...seen, forecast.chances()]).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
      [0, 1],
      [0.5, 0.5],
    ])
  })

  test('RND-05: the imbalance spreads as on a walk between two walls: P(|D| = b) tends to 1/(2b)', () => {
    const counts: Record<number, number> = {}
    const specification = { ...base, tolerance: 3, strata: ['one'], slotsPerStratum: 60_000 }
    let ahead = 0
    for (const arm of generateList(specification, fastDraw(3)).lists[0]!.arms) {
      ahead += arm === 'a' ? 1 : -1
      counts[Math.abs(ahead)] = (counts[Math.abs(ahead)] ?? 0) + 1
    }
    expect(counts[3]! / 60_000).toBeCloseTo(1 / 6, 1)
    expect(counts[0]! / 60_000).toBeCloseTo(1 / 6, 1)
    expect(counts[4]).toBeUndefined()
  })
})

describe('biased coin', () => {
  /*
   * Efron 1971: in the long run, with r = p/q, the arms are level after (r − 1)/r of the even numbers of participants, and one
   * apart after (r² − 1)/r² of the odd ones: 1/2 and 3/4 for p = 2/3.
   */
  test.each([
    [[2, 3], 1 / 2, 3 / 4],
    [[3, 4], 2 / 3, 8 / 9],
  ] as const)(
    'RND-05: with p = %j, level after %f of even numbers and one apart after %f of odd ones',
    (probability, level, apart) => {
      const specification = {
        ...base,
        method: 'biasedCoin' as const,
        probability,
        strata: ['one'],
        slotsPerStratum: 100_000,
      }
      let ahead = 0
      let even = 0
      let odd = 0
      for (const [index, arm] of generateList(specification, fastDraw(7)).lists[0]!.arms.entries()) {
        ahead += arm === 'a' ? 1 : -1
        if (index % 2 === 1 && ahead === 0) even += 1
        if (index % 2 === 0 && Math.abs(ahead) === 1) odd += 1
      }
      expect(Math.abs(even / 50_000 - level)).toBeLessThan(0.015)
      expect(Math.abs(odd / 50_000 - apart)).toBeLessThan(0.015)
    },
  )
})

describe('refused', () => {
  test.each<[string, Partial<ListSpecification>]>([
    ['a big stick without tolerance', {}],
    ['a tolerance of none', { tolerance: 0 }],
    ['a tolerance of one and a half', { tolerance: 1.5 }],
    ['a big stick in the ratio 2:1', { tolerance: 3, ratio: { a: 2, b: 1 } }],
    ['a big stick for three arms', { tolerance: 3, ratio: { a: 1, b: 1, c: 1 } }],
    ['a biased coin without probability', { method: 'biasedCoin' }],
    ['a coin that favours the arm ahead', { method: 'biasedCoin', probability: [1, 3] }],
    ['a coin that is none', { method: 'biasedCoin', probability: [3, 3] }],
    ['a biased coin in the ratio 1:2', { method: 'biasedCoin', probability: [2, 3], ratio: { a: 1, b: 2 } }],
  ])('%s', (_, wrong) => {
    expect(() => generateList({ ...base, ...wrong }, fromSeed(1))).toThrow(RangeError)
  })
})
