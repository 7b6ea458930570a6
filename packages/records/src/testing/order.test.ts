import { expect, test } from 'vitest'
import { violationsOf, type Seen } from './order.ts'

const seen = (slot: number, asked: number, answered: number, participant = `P${slot}`): Seen => ({
  participant,
  stratum: 'north',
  slot,
  asked,
  answered,
})

test('given overlapping requests, when slots follow no time but fill the list, then nothing is wrong', () => {
  expect(violationsOf([seen(2, 0, 10), seen(1, 1, 9), seen(3, 2, 11)])).toEqual([])
})

test.each([
  ['a slot twice', [seen(1, 0, 1), { ...seen(1, 2, 3), participant: 'other' }], /holds slot 1/],
  ['a gap', [seen(1, 0, 1), seen(3, 2, 3)], /place 2 of the list holds slot 3/],
  ['a participant twice', [seen(1, 0, 1, 'P'), seen(2, 2, 3, 'P')], /P was randomised twice/],
  ['a later slot answered first', [seen(1, 5, 6), seen(2, 0, 1)], /slot 2 was answered before/],
])('given %s, then it is found', (_, planted, sentence) => {
  expect(violationsOf(planted).join('\n')).toMatch(sentence)
})
