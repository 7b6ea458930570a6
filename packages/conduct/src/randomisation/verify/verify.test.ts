import { describe, expect, test } from 'vitest'
import { fromSeed, sha256 } from '../../testing/draws.ts'
import { commitmentOf } from '../commitment.ts'
import { seeded } from '../draw.ts'
import { importedList } from '../import/importedList.ts'
import { generateList, type ListSpecification } from '../list.ts'
import type { AllocationEvidence } from './evidence.ts'
import { describeFinding, type AllocationFinding } from './findings.ts'
import { verifyAllocations } from './verifyAllocations.ts'

const specification: ListSpecification = {
  method: 'permutedBlocks',
  ratio: { qzvactive: 1, wkxplacebo: 1 },
  blocks: [4, 6],
  strata: ['north', 'south'],
  slotsPerStratum: 12,
}
const seed = Buffer.from(sha256(Uint8Array.of(1))).toString('hex')
const list = generateList(specification, seeded(Buffer.from(seed, 'hex'), sha256))

/** Six people in each stratum, allocated in turn. */
const allocated = Array.from({ length: 12 }, (_, index) => {
  const { stratum, arms } = list.lists[index % 2]!
  const slot = Math.floor(index / 2) + 1
  return { participant: `P-${index}`, stratum, slot, arm: arms[slot - 1]! }
})

const sound: AllocationEvidence = {
  published: commitmentOf(list),
  revealed: { list, seed },
  slots: list.lists.flatMap(({ stratum, arms }) => arms.map((arm, index) => ({ stratum, slot: index + 1, arm }))),
  allocations: allocated.map(({ participant, stratum, slot }) => ({ participant, stratum, slot })),
  allocated,
  randomised: allocated.map(({ participant, stratum }) => ({ participant, stratum })),
}

const other = (arm: string | null) => (arm === 'qzvactive' ? 'wkxplacebo' : 'qzvactive')
const change = <T>(items: readonly T[], index: number, part: Partial<T>): readonly T[] =>
  items.map((item, at) => (at === index ? { ...item, ...part } : item))

test('RND-03 given what was sealed and what came of it, when worked out again, then nothing is found', () => {
  expect(verifyAllocations(sound)).toEqual([])
  expect(verifyAllocations({ ...sound, kept: commitmentOf(list) })).toEqual([])
  expect(verifyAllocations({ ...sound, allocations: [], allocated: [], randomised: [] })).toEqual([])
})

test('a list made elsewhere has no seed: it is held to its commitment', () => {
  const { ratio, strata, slotsPerStratum } = specification
  const made = importedList(list.lists, { ratio, strata, slotsPerStratum }, Uint8Array.of(1, 2, 3), fromSeed(1))
  const imported = { ...sound, revealed: { list: made }, published: commitmentOf(made) }
  expect(verifyAllocations(imported)).toEqual([])
  expect(verifyAllocations({ ...imported, published: commitmentOf(list) })).toEqual([{ code: 'commitmentBroken' }])
  expect(verifyAllocations({ ...sound, revealed: { list } }), 'a drawn list whose seed was taken away').toEqual([
    { code: 'revealUnreadable' },
  ])
})

const swapped = { ...list, lists: change(list.lists, 0, { arms: list.lists[0]!.arms.map(other) }) }
const found: readonly (readonly [string, Partial<AllocationEvidence>, readonly AllocationFinding[]])[] = [
  ['nothing sealed', { revealed: undefined }, [{ code: 'nothingSealed' }]],
  ['an event of another shape', { revealed: { list: { lists: 'x' } } }, [{ code: 'revealUnreadable' }]],
  ['a seed that is none', { revealed: { list, seed: 'xyz' } }, [{ code: 'revealUnreadable' }]],
  ['another seed', { revealed: { list, seed: `${seed.slice(0, -2)}00` } }, [{ code: 'notDrawnFromSeed' }]],
  [
    'another specification',
    { revealed: { list: { ...list, specification: { ...specification, blocks: [] } }, seed } },
    [{ code: 'notDrawnFromSeed' }, { code: 'commitmentBroken' }],
  ],
  [
    'a specification without its ratio',
    { revealed: { list: { ...list, specification: { method: 'simple', strata: ['x'], slotsPerStratum: 1 } }, seed } },
    [{ code: 'notDrawnFromSeed' }, { code: 'commitmentBroken' }],
  ],
  ['another commitment', { published: 'c0ffee' }, [{ code: 'commitmentBroken' }]],
  ['another commitment on paper', { kept: 'c0ffee' }, [{ code: 'keptDiffers' }]],
  [
    'a slot altered',
    { slots: change(sound.slots, 10, { arm: other(sound.slots[10]!.arm) }) },
    [{ code: 'slotDiffers', stratum: 'north', slot: 11 }],
  ],
  ['a slot taken away', { slots: sound.slots.slice(1) }, [{ code: 'slotDiffers', stratum: 'north', slot: 1 }]],
  [
    'a slot too many',
    { slots: [...sound.slots, { stratum: 'west', slot: 1, arm: 'qzvactive' }] },
    [{ code: 'slotDiffers', stratum: 'west', slot: 1 }],
  ],
  [
    'an arm altered in its event',
    { allocated: change(allocated, 3, { arm: other(allocated[3]!.arm) }) },
    [{ code: 'armDiffers', participant: 'P-3' }],
  ],
  [
    'a row of the table altered',
    { allocations: change(sound.allocations, 4, { slot: 9 }) },
    [{ code: 'tableDiffers', participant: 'P-4' }],
  ],
  ['a row taken away', { allocations: sound.allocations.slice(1) }, [{ code: 'tableDiffers', participant: 'P-0' }]],
  [
    'a row invented',
    { allocations: [...sound.allocations, { participant: 'X', stratum: 'north', slot: 7 }] },
    [{ code: 'tableDiffers', participant: 'X' }],
  ],
  [
    'an event of the open log taken away',
    { randomised: sound.randomised.slice(1) },
    [{ code: 'notRandomised', participant: 'P-0' }],
  ],
  [
    'somebody randomised without an allocation',
    { randomised: [...sound.randomised, { participant: 'X', stratum: 'north' }] },
    [{ code: 'notAllocated', participant: 'X' }],
  ],
  [
    'another stratum in the open log',
    { randomised: change(sound.randomised, 2, { stratum: 'south' }) },
    [{ code: 'stratumDiffers', participant: 'P-2' }],
  ],
]

describe('given one thing altered', () => {
  test.each(found)('P11-01 %s: it is found, and nothing else', (_, part, expected) => {
    expect(verifyAllocations({ ...sound, ...part })).toEqual(expected)
  })

  test('two people who changed places: each arm, or the order, tells', () => {
    const [first, second] = [allocated[0]!, allocated[2]!]
    const places = change(change(allocated, 0, { slot: second.slot }), 2, { slot: first.slot })
    const codes = verifyAllocations({ ...sound, allocated: places }).map(({ code }) => code)
    expect(codes).toContain('orderBroken')
    expect(codes).toContain('tableDiffers')
  })

  test('somebody passed over: the order tells', () => {
    expect(verifyAllocations({ ...sound, allocated: allocated.slice(1) })).toContainEqual({
      code: 'orderBroken',
      stratum: 'north',
      slot: 2,
      participant: 'P-2',
    })
  })

  test('somebody allocated twice', () => {
    expect(verifyAllocations({ ...sound, allocated: [...allocated, allocated[0]!] })).toContainEqual({
      code: 'allocatedTwice',
      participant: 'P-0',
    })
  })

  test('the whole list turned round, with slots and events to match: the commitment tells, and the seed', () => {
    const turned = {
      ...sound,
      revealed: { list: swapped, seed },
      slots: sound.slots.map((slot) => (slot.stratum === 'north' ? { ...slot, arm: other(slot.arm) } : slot)),
      allocated: allocated.map((event) => (event.stratum === 'north' ? { ...event, arm: other(event.arm) } : event)),
    }
    expect(verifyAllocations(turned)).toEqual([{ code: 'notDrawnFromSeed' }, { code: 'commitmentBroken' }])
    expect(verifyAllocations({ ...turned, published: commitmentOf(swapped) })).toEqual([{ code: 'notDrawnFromSeed' }])
  })
})

test('every finding is a sentence in both languages, and none tells an arm', () => {
  const all = [
    ...found.flatMap(([, , findings]) => findings),
    { code: 'allocatedTwice', participant: 'P-1' } as const,
    { code: 'orderBroken', stratum: 'north', slot: 2, participant: 'P-1' } as const,
  ]
  for (const { en, nb } of all.map(describeFinding)) {
    for (const text of [en, nb]) expect(text).toMatch(/^[A-ZÆØÅ].*\.$/)
    expect(en).not.toBe(nb)
    expect(en + nb).not.toMatch(/qzv|wkx|undefined/)
  }
  const many = verifyAllocations({ ...sound, slots: sound.slots.map((slot) => ({ ...slot, arm: other(slot.arm) })) })
  expect(many).toHaveLength(sound.slots.length)
  expect(JSON.stringify(many)).not.toMatch(/qzv|wkx/)
})

test('other bytes, other list: the draw behind these tests is not constant', () => {
  expect(generateList(specification, fromSeed(2)).lists).not.toEqual(list.lists)
})
