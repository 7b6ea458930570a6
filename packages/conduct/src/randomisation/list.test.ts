import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { study } from '../testing/study.ts'
import { commitmentOf } from './commitment.ts'
import { below, seeded, shuffled, type Draw } from './draw.ts'
import { generateList, listSpecification, type ListSpecification } from './list.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())
const from = (seed: number): Draw => seeded(Uint8Array.of(seed >> 16, seed >> 8, seed), sha256)

const specification: ListSpecification = {
  method: 'permutedBlocks',
  ratio: { a: 1, b: 1 },
  blocks: [4, 6],
  strata: ['north', 'south'],
  slotsPerStratum: 60,
}

/** Upper 0.0005 points of the chi-square distribution, by degrees of freedom: qchisq(0.9995, df). */
const limit: Readonly<Record<number, number>> = { 1: 12.12, 5: 22.11, 19: 46.0 }

const chiSquare = (counts: readonly number[], expected: number): number =>
  counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)

describe('the list', () => {
  test('RND-03: the same bytes give the same list, others another one', () => {
    expect(generateList(specification, from(1))).toEqual(generateList(specification, from(1)))
    expect(generateList(specification, from(2)).lists).not.toEqual(generateList(specification, from(1)).lists)
  })

  test('R3 RND-05: at the end of every block the arms stand as the ratio says, exactly', () => {
    const ratios = fc.record({
      a: fc.integer({ min: 1, max: 3 }),
      b: fc.integer({ min: 1, max: 3 }),
      c: fc.integer({ min: 1, max: 2 }),
    })
    fc.assert(
      fc.property(
        ratios,
        fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
        fc.nat(65_535),
        (ratio, multiples, seed) => {
          const total = ratio.a + ratio.b + ratio.c
          const blocks = multiples.map((multiple) => multiple * total)
          const { lists } = generateList({ ...specification, ratio, blocks }, from(seed))
          for (const { arms, blocks: drawn } of lists) {
            expect(arms.length).toBeGreaterThanOrEqual(specification.slotsPerStratum)
            expect(drawn.every((size) => blocks.includes(size))).toBe(true)
            let end = 0
            for (const size of drawn) {
              end += size
              for (const [arm, share] of Object.entries(ratio))
                expect(arms.slice(0, end).filter((each) => each === arm).length).toBe((end * share) / total)
            }
            expect(end).toBe(arms.length)
          }
        },
      ),
      { numRuns: 100, seed: 3 },
    )
  })

  test('R3: every order of a block is equally likely, and every size', () => {
    const draw = from(11)
    const orders = new Map<string, number>()
    const sizes = new Map<number, number>()
    for (let i = 0; i < 300; i += 1) {
      const { lists } = generateList({ ...specification, strata: ['one'], slotsPerStratum: 200 }, draw)
      let at = 0
      for (const size of lists[0]!.blocks) {
        sizes.set(size, (sizes.get(size) ?? 0) + 1)
        const order = lists[0]!.arms.slice(at, at + size).join('')
        if (size === 4) orders.set(order, (orders.get(order) ?? 0) + 1)
        at += size
      }
    }
    const total = [...orders.values()].reduce((sum, count) => sum + count, 0)
    expect(total).toBeGreaterThan(4000)
    expect(orders.size).toBe(6)
    expect(chiSquare([...orders.values()], total / 6)).toBeLessThan(limit[5]!)
    const drawn = [...sizes.values()].reduce((sum, count) => sum + count, 0)
    expect(chiSquare([...sizes.values()], drawn / 2)).toBeLessThan(limit[1]!)
  })

  test('R3: unequal ratios keep every order of a block equally likely too', () => {
    const draw = from(12)
    const orders = new Map<string, number>()
    for (let i = 0; i < 3000; i += 1) {
      const { lists } = generateList(
        { ...specification, ratio: { a: 3, b: 3 }, blocks: [6], strata: ['one'], slotsPerStratum: 1 },
        draw,
      )
      const order = lists[0]!.arms.join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(20)
    expect(chiSquare([...orders.values()], 150)).toBeLessThan(limit[19]!)
  })

  test('simple: each slot by itself, in the ratio', () => {
    const { lists } = generateList(
      { ...specification, method: 'simple', ratio: { a: 2, b: 1 }, blocks: [], slotsPerStratum: 9000 },
      from(5),
    )
    for (const { arms, blocks } of lists) {
      expect([arms.length, blocks]).toEqual([9000, []])
      const a = arms.filter((arm) => arm === 'a').length
      expect((a - 6000) ** 2 / 6000 + (9000 - a - 3000) ** 2 / 3000).toBeLessThan(limit[1]!)
      expect(arms.slice(0, 40)).toContain('b')
    }
  })

  test.each<[string, Partial<ListSpecification>]>([
    ['a block the ratio does not divide', { blocks: [4, 5] }],
    ['a block of nothing', { blocks: [0] }],
    ['no block', { blocks: [] }],
    ['one arm', { ratio: { a: 1 } }],
    ['a share of none', { ratio: { a: 1, b: 0 } }],
    ['half a share', { ratio: { a: 0.5, b: 0.5 } }],
    ['no stratum', { strata: [] }],
    ['a stratum twice', { strata: ['north', 'north'] }],
    ['no slot', { slotsPerStratum: 0 }],
  ])('%s is refused', (_, wrong) => {
    expect(() => generateList({ ...specification, ...wrong }, from(1))).toThrow(RangeError)
  })

  test('the study’s own specification: a stratum for each site', () => {
    expect(listSpecification(study)).toMatchObject({ strata: ['north', 'south'], blocks: [4, 6], slotsPerStratum: 20 })
  })
})

test('a study that asks for a big stick has its tolerance in the specification; blocks have none', () => {
  const { randomisation } = study.compiled
  const asked = {
    ...study,
    compiled: { ...study.compiled, randomisation: { ...randomisation, method: 'bigStick', tolerance: 3 } },
  }
  expect(listSpecification(asked as typeof study)).toMatchObject({ method: 'bigStick', tolerance: 3, blocks: [] })
  expect(listSpecification(study)).not.toHaveProperty('tolerance')
})

describe('the commitment', () => {
  const list = generateList(specification, from(1))

  test('is the SHA-256 of the canonical JSON, whatever order the parts come in', () => {
    const { salt, lists, specification: of } = list
    expect(commitmentOf({ salt, lists, specification: of })).toBe(commitmentOf(list))
    expect(commitmentOf(list)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('R5: any change of list, order or salt changes it', () => {
    const [first, ...rest] = list.lists
    const swapped = { ...first!, arms: first!.arms.map((arm) => (arm === 'a' ? 'b' : 'a')) }
    expect(commitmentOf({ ...list, lists: [swapped, ...rest] })).not.toBe(commitmentOf(list))
    expect(commitmentOf({ ...list, lists: list.lists.toReversed() })).not.toBe(commitmentOf(list))
    expect(commitmentOf({ ...list, salt: '00' })).not.toBe(commitmentOf(list))
  })
})

const rising = (a: number, b: number): number => a - b

describe('drawing', () => {
  test('a number in the last, incomplete run is thrown away: no remainder is favoured', () => {
    // 2^32 = 3 × 1431655765 + 1: the one number left over is 0xffffffff.
    const bytes = [255, 255, 255, 255, 0, 0, 0, 5]
    let at = 0
    const draw: Draw = (count) => Uint8Array.from(bytes.slice(at, (at += count)))
    expect(below(3, draw)).toBe(2)
    expect(at).toBe(8)
  })

  test('0xfffffffe is the last of a whole run, and taken', () => {
    expect(below(3, () => Uint8Array.of(255, 255, 255, 254))).toBe(2)
  })

  test('lies below the limit, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), fc.nat(65_535), (most, seed) => below(most, from(seed)) < most),
    )
  })

  test.each([0, -1, 1.5, 2 ** 32 + 1])('no limit of %d', (most) => {
    expect(() => below(most, from(1))).toThrow(RangeError)
  })

  test('shuffling loses nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(65_535), (items, seed) => {
        expect(shuffled(items, from(seed)).toSorted(rising)).toEqual(items.toSorted(rising))
      }),
    )
  })

  test('bytes from a seed do not depend on how they are asked for', () => {
    const one = from(9)
    const other = from(9)
    expect([...one(3), ...one(40)]).toEqual([...other(43)])
  })
})
