import type { Explanation, UsedValue } from '@trialwright/protocol'
import { expect, test } from 'vitest'
import { allUsed, decisive } from './used.ts'

const value = (item: string, status: UsedValue['status'] = 'known'): UsedValue => ({
  form: 'history',
  item,
  label: { en: item, nb: item },
  shown: { en: 'No', nb: 'Nei' },
  status,
})
const explanation = (used: readonly UsedValue[], parts: readonly Explanation[] = []): Explanation => ({
  answer: 'no',
  statement: { en: '', nb: '' },
  used,
  parts,
})

test('given whom a criterion concerns and why it holds, when both rest on one value, then it is told once', () => {
  const because = explanation([value('pregnant')], [explanation([value('sex')])])
  expect(allUsed(explanation([value('sex')]), because).map(({ item }) => item)).toEqual(['sex', 'pregnant'])
})

test('given a value nobody recorded, when the answer is settled without it, then it is not told; while open it is', () => {
  const used = [value('planned'), value('date', 'unrecorded'), value('proof', 'absent')]
  expect(decisive(used, 'no').map(({ item }) => item)).toEqual(['planned', 'proof'])
  expect(decisive(used, 'unknown')).toEqual(used)
})
