import { describe, expect, test } from 'vitest'
import { fastDraw, fromSeed } from '../../testing/draws.ts'
import { generateList, type ListSpecification, type StratumList } from '../list.ts'
import { checkOf, endCheckOf, writeListFile } from './file.ts'
import { damages } from '../../testing/damages.ts'
import { readListFile, type ExpectedList } from './readListFile.ts'
import { refuseFile } from './refusals.ts'

const key = fastDraw(77)(32).slice()
const expected: ExpectedList = {
  study: 'small',
  strata: ['north', 'south', 'west'],
  arms: ['qzvactive', 'wkxplacebo'],
  slotsPerStratum: 30,
  key,
}
const specification: ListSpecification = {
  method: 'permutedBlocks',
  ratio: { qzvactive: 1, wkxplacebo: 1 },
  blocks: [4, 6],
  strata: expected.strata,
  slotsPerStratum: 30,
}
const { lists } = generateList(specification, fromSeed(12))
const file = writeListFile(lists, expected)
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string | Uint8Array, against = expected) =>
  readListFile(typeof text === 'string' ? bytesOf(text) : text, against)

const codes = (text: string | Uint8Array, against = expected) => {
  const result = read(text, against)
  return result.ok ? [] : result.refusals.map(({ code }) => code)
}

describe('a list made elsewhere', () => {
  test('as its maker wrote it, is read: strata, arms and order', () => {
    const result = read(file)
    expect(result).toEqual({ ok: true, value: lists.map(({ stratum, arms }) => ({ stratum, arms, blocks: [] })) })
  })

  test('looks as the page about it says', () => {
    const [first, second, third] = file.split('\n')
    expect(first).toBe(`trialwright-list,1,small,${lists.reduce((sum, { arms }) => sum + arms.length, 0)}`)
    expect(second).toBe('stratum,slot,arm,check')
    expect(third).toBe(`north,1,${lists[0]!.arms[0]},${checkOf(key, 'small', 'north', 1, lists[0]!.arms[0]!)}`)
    expect(file).toMatch(/\nend,\d+,,[0-9a-f]{64}\n$/)
  })

  test.each<[string, Partial<ExpectedList>, string]>([
    ['another study', { study: 'other' }, 'otherStudy'],
    ['another key', { key: fastDraw(78)(32).slice() }, 'endCheck'],
    ['more strata', { strata: [...expected.strata, 'east'] }, 'stratumMissing'],
    ['strata in another order', { strata: ['south', 'north', 'west'] }, 'stratumOrder'],
    ['fewer strata', { strata: ['north', 'south'] }, 'stratumUnknown'],
    ['other arms', { arms: ['qzvactive', 'third'] }, 'armUnknown'],
    ['more slots', { slotsPerStratum: 60 }, 'tooFewSlots'],
  ])('is refused by a study with %s', (_, part, code) => {
    expect(codes(file, { ...expected, ...part })).toContain(code)
  })

  test.each<[string, readonly Pick<StratumList, 'stratum' | 'arms'>[], string]>([
    [
      'a schedule sorted by arm before it was written',
      lists.map((list, index) => (index === 1 ? { ...list, arms: list.arms.toSorted() } : list)),
      'sortedByArm',
    ],
    [
      'one list for two strata',
      lists.map((list, index) => (index === 2 ? { ...list, arms: lists[0]!.arms } : list)),
      'strataAlike',
    ],
  ])('is refused for its maker’s mistake, though every check fits: %s', (_, made, code) => {
    expect(codes(writeListFile(made, expected))).toContain(code)
  })
})

/** The same damage, but with the checks made anew by somebody who has the key: what remains is caught by the order of rows. */
const rechecked = (rows: readonly string[]) => {
  const before = ['trialwright-list,1,small,' + rows.length, 'stratum,slot,arm,check', ...rows]
    .map((row) => `${row}\n`)
    .join('')
  return `${before}end,${rows.length},,${endCheckOf(key, 'small', rows.length, before)}\n`
}

describe('rows in disorder whose file check was made anew', () => {
  const rows = file.split('\n').slice(2, -2)
  test.each<[string, readonly string[], string]>([
    ['two rows exchanged', [rows[1]!, rows[0]!, ...rows.slice(2)], 'slotOrder'],
    ['one lost', rows.toSpliced(5, 1), 'slotOrder'],
    ['one twice', rows.toSpliced(5, 0, rows[5]!), 'slotOrder'],
    [
      'an arm altered',
      rows.with(
        4,
        rows[4]!.replace(/qzvactive|wkxplacebo/, (arm) => (arm === 'qzvactive' ? 'wkxplacebo' : 'qzvactive')),
      ),
      'rowCheck',
    ],
    ['all reversed', rows.toReversed(), 'stratumOrder'],
    ['sorted by arm', rows.toSorted((a, b) => (a.split(',')[2]! < b.split(',')[2]! ? -1 : 1)), 'slotOrder'],
    ['none', [], 'stratumMissing'],
    ['a row too long', rows.with(3, `${rows[3]},`), 'rowShape'],
    ['a slot with a nought before it', rows.with(3, rows[3]!.replace(',4,', ',04,')), 'rowShape'],
  ])('%s', (_, changed, code) => {
    expect(codes(rechecked(changed))).toContain(code)
  })
})

describe('R5 five hundred damaged files', () => {
  const draw = fastDraw(500)
  const kinds = Object.entries(damages)
  // Every round spoils another list in every way.
  const damaged = Array.from({ length: Math.ceil(500 / kinds.length) }, (_, round) => {
    const sound = bytesOf(writeListFile(generateList(specification, fromSeed(100 + round)).lists, expected))
    return kinds.map(([name, damage]) => ({ name, sound, bytes: damage(sound, draw) }))
  }).flat()

  test('each differs from the one its maker wrote, which is read', () => {
    expect(damaged.length).toBeGreaterThanOrEqual(500)
    for (const { name, bytes, sound } of damaged)
      expect([name, Buffer.compare(bytes, sound) === 0]).toEqual([name, false])
    for (const sound of new Set(damaged.map(({ sound: each }) => each))) expect(codes(sound)).toEqual([])
    const different = new Set(damaged.map(({ bytes }) => Buffer.from(bytes).toString('latin1')))
    // An empty file is as empty in every round.
    expect(different.size).toBeGreaterThan(damaged.length - 40)
  })

  test.each(kinds.map(([name]) => name))(
    '%s: every one is refused, in both languages, without telling an arm',
    (kind) => {
      const all = damaged.filter(({ name }) => name === kind)
      for (const { bytes } of all) {
        const result = read(bytes)
        expect(result.ok).toBe(false)
        if (result.ok) continue
        expect(result.refusals.length).toBeGreaterThan(0)
        for (const { reason, remedy } of result.refusals) {
          for (const text of [reason.en, reason.nb, remedy.en, remedy.nb]) expect(text).toMatch(/^[A-ZÆØÅ].*\.$/)
          expect(reason.en).not.toBe(reason.nb)
          expect(remedy.en).not.toBe(remedy.nb)
        }
        expect(JSON.stringify(result.refusals)).not.toMatch(/qzv|wkx/)
      }
    },
  )
})

test('a refusal names the line, and says why in both languages', () => {
  expect(refuseFile('rowCheck', 7)).toMatchObject({ code: 'rowCheck', field: 'line 7' })
  const result = read(rechecked(file.split('\n').slice(2, -2).toSpliced(5, 1)))
  expect(!result.ok && result.refusals[0]?.field).toBe('line 8')
})
