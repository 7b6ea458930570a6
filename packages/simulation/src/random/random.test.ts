import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawsFrom } from './draws.ts'
import { threefry } from './threefry.ts'

describe('threefry-2x32, 20 rounds', () => {
  // From the authors' own file of known answers (Random123, kat_vectors).
  test.each([
    [
      [0, 0],
      [0, 0],
      [0x6b200159, 0x99ba4efe],
    ],
    [
      [0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x1cb996fc, 0xbb002be7],
    ],
    [
      [0x243f6a88, 0x85a308d3],
      [0x13198a2e, 0x03707344],
      [0xc4923a9c, 0x483df7a0],
    ],
  ])('counter %j and key %j give %j', ([c0, c1], [k0, k1], known) => {
    const into = new Int32Array(2)
    threefry(k0! | 0, k1! | 0, c0! | 0, c1! | 0, into)
    expect([into[0]! >>> 0, into[1]! >>> 0]).toEqual(known)
  })
})

describe('draws', () => {
  test('given two people, when one draws more or earlier, then the other draws the same', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(20), fc.nat(50), (seed, other, extra) => {
        const calm = drawsFrom(seed).of('person', 1)
        const busy = drawsFrom(seed)
        for (let i = 0; i < extra; i += 1) busy.of('person', other + 2).uniform()
        expect(busy.of('person', 1).uniform()).toBe(calm.uniform())
      }),
    )
  })

  test('names, numbers and seeds each have a stream of their own', () => {
    const paths = [['a'], ['b'], ['a', 'b'], ['ab'], [1], ['1'], [0], [-1], [2 ** 32], ['a', 1], [1, 'a'], []]
    const first = paths.flatMap((path) => [
      drawsFrom(1)
        .of(...path)
        .uniform(),
      drawsFrom(2)
        .of(...path)
        .uniform(),
    ])
    expect(new Set(first).size).toBe(first.length)
  })

  test('numbers spread evenly, bell-shaped ones have their mean and deviation, shares their share', () => {
    const draws = drawsFrom(42)
    const many = 40_000
    const all = Array.from({ length: many }, () => draws.uniform())
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    // Five standard errors each.
    expect(Math.abs(mean(all) - 0.5)).toBeLessThan((5 * Math.sqrt(1 / 12)) / Math.sqrt(many))
    const bell = Array.from({ length: many }, () => draws.normal(10, 2))
    expect(Math.abs(mean(bell) - 10)).toBeLessThan((5 * 2) / Math.sqrt(many))
    const variance = mean(bell.map((value) => (value - 10) ** 2))
    expect(Math.abs(variance - 4)).toBeLessThan((5 * 4 * Math.SQRT2) / Math.sqrt(many))
    const heavy = Array.from({ length: many }, () => draws.weighted({ a: 1, b: 3, none: 0 }))
    expect(Math.abs(heavy.filter((name) => name === 'b').length / many - 0.75)).toBeLessThan(0.012)
    expect(heavy).not.toContain('none')
    expect(new Set(Array.from({ length: 200 }, () => draws.whole(2, 4)))).toEqual(new Set([2, 3, 4]))
  })

  test('given nothing to choose from, when it is drawn, then it is an error and no silent value', () => {
    expect(() => drawsFrom(1).pick([])).toThrow(RangeError)
    expect(() => drawsFrom(1).weighted({ a: 0 })).toThrow(RangeError)
  })
})
