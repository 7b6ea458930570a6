import { expect, test } from 'vitest'
import { daysAgo, normal, yesFor } from './distribution.ts'

test('a distribution is plain data, with what is missing or mistyped beside it', () => {
  expect(normal(10, 2, { mistyped: 0.1 })).toEqual({ drawn: { kind: 'normal', mean: 10, sd: 2 }, mistyped: 0.1 })
  expect(yesFor(0.2)).toEqual({ drawn: { kind: 'oneOf', weights: { yes: 0.2, no: 0.8 } } })
  expect(daysAgo(1, 9, { month: 0.5, missing: { share: 0.1, why: 'notKnown' } })).toEqual({
    drawn: { kind: 'daysAgo', least: 1, most: 9, month: 0.5 },
    missing: { share: 0.1, why: 'notKnown' },
  })
})
