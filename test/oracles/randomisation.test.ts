import { hash } from 'node:crypto'
import {
  commitmentOf,
  drawNumbers,
  generateList,
  generateNumbers,
  type ListSpecification,
  minimise,
  type MinimisationSpecification,
  readListFile,
  seeded,
  writeListFile,
} from '@trialwright/conduct'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { literal, type R, startR } from './r.ts'

let r: R
beforeAll(async () => void (r = await startR('randomisation.R')))
afterAll(() => r.stop())

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(hash('sha256', bytes, 'buffer'))
const seedOf = (number: number): string => hash('sha256', `oracle ${number}`)
const bytesOf = (seed: string) => seeded(Buffer.from(seed, 'hex'), sha256)

const inR = (seed: string, { slotsPerStratum, ...rest }: ListSpecification): Promise<string> =>
  r.text(`draw_list(${literal(seed)}, ${literal({ ...rest, slots: slotsPerStratum }, 'list')})`)

/** What the canonical JSON of our list is: names in order, no spaces. */
const ours = (seed: string, specification: ListSpecification) => generateList(specification, bytesOf(seed))
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

const base = { strata: ['north', 'south', 'west'], slotsPerStratum: 40, blocks: [] } as const
const specifications: readonly (readonly [string, ListSpecification])[] = [
  ['simple', { ...base, method: 'simple', ratio: { active: 1, placebo: 1 } }],
  ['simple 3:2:1', { ...base, method: 'simple', ratio: { high: 3, low: 2, placebo: 1 } }],
  ['blocks of 4', { ...base, method: 'permutedBlocks', ratio: { active: 1, placebo: 1 }, blocks: [4] }],
  ['blocks of 4, 6, 8', { ...base, method: 'permutedBlocks', ratio: { active: 1, placebo: 1 }, blocks: [4, 6, 8] }],
  ['blocks of 3, 6 in 2:1', { ...base, method: 'permutedBlocks', ratio: { b: 2, a: 1 }, blocks: [3, 6] }],
  ['blocks of 6, 12 in 3:2:1', { ...base, method: 'permutedBlocks', ratio: { c: 3, a: 2, B: 1 }, blocks: [12, 6] }],
  ['big stick 1', { ...base, method: 'bigStick', ratio: { active: 1, placebo: 1 }, tolerance: 1 }],
  ['big stick 3', { ...base, method: 'bigStick', ratio: { active: 1, placebo: 1 }, tolerance: 3 }],
  ['biased coin 2/3', { ...base, method: 'biasedCoin', ratio: { active: 1, placebo: 1 }, probability: [2, 3] }],
]

describe('the list drawn again in R', () => {
  test.each(specifications)(
    'RND-03 R4 %s: every byte is the same, from three seeds, and the commitment too',
    async (_, specification) => {
      for (let number = 0; number < 3; number += 1) {
        const seed = seedOf(number)
        const list = ours(seed, specification)
        const theirs = await inR(seed, specification)
        expect(theirs).toBe(canonical(list))
        expect(await r.text(`commitment(${literal(theirs)})`)).toBe(commitmentOf(list))
      }
    },
  )

  test('RND-03 R4 a long list: a thousand slots', async () => {
    const specification: ListSpecification = { ...specifications[3]![1], slotsPerStratum: 1000, strata: ['all'] }
    expect(await inR(seedOf(9), specification)).toBe(canonical(ours(seedOf(9), specification)))
  })

  test('another seed or another size of block gives another list: the comparison can fail', async () => {
    const [, specification] = specifications[3]!
    const list = canonical(ours(seedOf(1), specification))
    expect(await inR(seedOf(2), specification)).not.toBe(list)
    expect(await inR(seedOf(1), { ...specification, blocks: [4, 8, 6] })).not.toBe(list)
  })
})

test('R5 a list file that R wrote by the page about it is read, and is ours byte for byte', async () => {
  const study = 'small'
  const key = Buffer.from(seedOf(300), 'hex')
  const [, specification] = specifications[3]!
  const { lists } = ours(seedOf(301), specification)
  const rows = lists.flatMap(({ stratum, arms }) => arms.map((arm) => ({ stratum, arm })))
  const theirs = await r.text(
    `write_list_file(${literal(study)}, ${literal(key.toString('hex'))}, ${literal(rows.map(({ stratum }) => stratum))},
      ${literal(rows.map(({ arm }) => arm))})`,
  )
  expect(theirs).toBe(writeListFile(lists, { study, key }))
  const { strata, ratio, slotsPerStratum } = specification
  const expected = { study, key, strata, arms: Object.keys(ratio), slotsPerStratum }
  expect(readListFile(Buffer.from(theirs), expected)).toMatchObject({ ok: true })
})

describe('minimisation worked out again in R', () => {
  const factors = [
    { id: 'site', levels: ['north', 'south', 'west'], weight: 1 },
    { id: 'sex', levels: ['f', 'm'], weight: 2 },
    { id: 'trial', levels: ['all'], weight: 1 },
  ]
  const cases: readonly (readonly [string, Omit<MinimisationSpecification, 'method' | 'factors'>])[] = [
    ['range', { ratio: { active: 1, placebo: 1 }, measure: 'range', probability: [4, 5] }],
    ['variance', { ratio: { active: 1, placebo: 1 }, measure: 'variance', probability: [9, 10] }],
    ['three arms', { ratio: { a: 1, b: 1, c: 1 }, measure: 'variance', probability: [3, 4] }],
    ['ratio 2:1', { ratio: { active: 2, placebo: 1 }, measure: 'range', probability: [4, 5] }],
    ['ratio 3:2:1', { ratio: { a: 3, b: 2, c: 1 }, measure: 'range', probability: [7, 10] }],
  ]

  test.each(cases)('RND-03 %s: the same arms for sixty people, from two seeds', async (_, part) => {
    const specification: MinimisationSpecification = { ...part, method: 'minimisation', factors }
    for (const number of [1, 2]) {
      const seed = seedOf(100 + number)
      const levels = bytesOf(seedOf(200 + number))
      const people = Array.from({ length: 60 }, () =>
        Object.fromEntries(factors.map(({ id, levels: known }) => [id, known[levels(1)[0]! % known.length]!])),
      )
      const rows = people.flatMap((person) => factors.map(({ id }) => person[id]!))
      const theirs = await r.text(
        `minimise(${literal(seed)}, ${literal(part.ratio)}, matrix(${literal(rows)}, ncol = 3, byrow = TRUE),
          ${literal(factors.map(({ weight }) => weight))}, ${literal(part.measure)}, ${literal(part.probability)})`,
      )
      expect(theirs).toBe(minimise(specification, drawNumbers(60, bytesOf(seed)), people).join(','))
      expect(new Set(theirs.split(',')).size).toBe(Object.keys(part.ratio).length)
    }
  })
  test('RND-03 from the sealed seed, salt and all: the same arms as the numbers that are committed to', async () => {
    const [, part] = cases[3]!
    const specification = { ...part, method: 'minimisation' as const, factors, positions: 60 }
    const seed = seedOf(301)
    const levels = bytesOf(seedOf(302))
    const people = Array.from({ length: 60 }, () =>
      Object.fromEntries(factors.map(({ id, levels: known }) => [id, known[levels(1)[0]! % known.length]!])),
    )
    const rows = people.flatMap((person) => factors.map(({ id }) => person[id]!))
    const theirs = await r.text(
      `minimise(${literal(seed)}, ${literal(part.ratio)}, matrix(${literal(rows)}, ncol = 3, byrow = TRUE),
        ${literal(factors.map(({ weight }) => weight))}, ${literal(part.measure)}, ${literal(part.probability)}, 32)`,
    )
    const { numbers } = generateNumbers(specification, bytesOf(seed))
    expect(theirs).toBe(minimise(specification, numbers, people).join(','))
  })
})
