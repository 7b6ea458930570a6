import { expect, test } from 'vitest'
import { certainPairsAmong } from '../independence/deduce.ts'
import { assignmentIn, drawTables } from './tables.ts'

const arms = ['verum', 'placebo'] as const
const certain = (everyPair: boolean) =>
  certainPairsAmong(drawTables(arms, 'the other chain, link 9', 30, everyPair).map(assignmentIn))

test('given a chain whose first draw leaves two slots alike in all its worlds, when every pair is asked for, then it is drawn again until none is', () => {
  expect(certain(false)).toBeGreaterThan(0)
  expect(certain(true)).toBe(0)
})

test('given a chain of a few worlds, when nothing is asked of its pairs, then each table follows from the one before it', () => {
  const tables = drawTables(arms, 'a few', 3, false).map(assignmentIn)
  expect(tables).toHaveLength(4)
  expect(tables[1]).toEqual(tables[0]!.map((arm) => (arm === 'verum' ? 'placebo' : 'verum')))
})
