import { expect, test } from 'vitest'
import type { ComparableForm, ItemVerification } from '../../api/verificationTypes.ts'
import { ticked, tickOf, withTicks } from '../../elements/ticks.ts'
import { comparedForms, tickable } from './ticks.ts'

const value = (item: string, version: number, standing: ItemVerification['standing'] = 'unverified') => ({
  item,
  entry: { typed: '1', value: 1 },
  planned: true,
  verification: { version, standing, critical: false },
})
const form = (id: string, ...values: ComparableForm['values']): ComparableForm => ({
  form: id,
  day: '2026-09-01',
  planned: 0,
  verified: 0,
  changed: 0,
  values,
})
const forms = [
  form('body', value('weight', 1), value('pulse', 1, 'verified')),
  form('pain', value('score', 2, 'changed')),
]
const all = withTicks(new Map(), tickable(forms), true)

test('given all ticked, then each form is sent with its versions, and what is verified as it is, is not', () => {
  expect(comparedForms('day0', forms, all)).toEqual([
    { encounter: 'day0', form: 'body', values: [{ item: 'weight', version: 1 }] },
    { encounter: 'day0', form: 'pain', values: [{ item: 'score', version: 2 }] },
  ])
})

test('given a value changed after it was ticked, then it is told and not sent, the rest is; ticked anew it is', () => {
  const now = [form('body', value('weight', 2)), forms[1]!]
  const [weight, score] = tickable(now)
  expect([weight!, score!].map((one) => tickOf(all, one))).toEqual(['outdated', 'ticked'])
  expect(comparedForms('day0', now, all).map((each) => each.form)).toEqual(['pain'])
  const anew = withTicks(all, [weight!], true)
  expect(comparedForms('day0', now, anew).map((each) => each.form)).toEqual(['body', 'pain'])
})

test('given a tick taken away, or another monitor who was faster, then nothing of it is sent', () => {
  expect(comparedForms('day0', forms, withTicks(all, tickable(forms), false))).toEqual([])
  const verified = [form('body', value('weight', 1, 'verified'))]
  expect(ticked(all, tickable(verified))).toEqual([])
})
