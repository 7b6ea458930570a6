import { expect, test } from 'vitest'
import { body, index, pain, person, scan, smallStudy, blood } from '../testing/smallStudy.ts'
import { defineForm } from './form.ts'
import { days, months, percent, points, quantity } from './quantity.ts'
import { defineStudy } from './study.ts'
import { allOf, anyOf, meanOf, not } from './words.ts'

/*
 * Programs that must not compile. The type checker runs over this file with the rest: an expected error that does not
 * come is an error itself. Each says what is rejected.
 */

const text = { en: 'x', nb: 'x' }
const options = { title: text, blinding: 'open', filledBy: 'site', burden: 'question' } as const
const foreign = defineForm('foreign', { title: text, blinding: 'open', filledBy: 'site', burden: 'question' }, {})

export const rejected = (): unknown => [
  // @ts-expect-error an item that is not there
  pain.tomorrow,
  // @ts-expect-error months compared with percent
  pain.duration.above(percent(50)),
  // @ts-expect-error a number without a unit
  pain.duration.above(6),
  // @ts-expect-error a code that is not on the list
  person.sex.is('unknown'),
  // @ts-expect-error the mean of a score and a share
  meanOf(pain.now, pain.daysWithPain),
  // @ts-expect-error a number where a condition is wanted
  allOf(pain.now),
  // @ts-expect-error a date where a condition is wanted
  anyOf(person.birthDate),
  // @ts-expect-error a yes/no item itself where a condition is wanted: say isYes()
  not(person.smoker),
  // @ts-expect-error a date with a size
  person.birthDate.atLeast(days(3)),
  // @ts-expect-error a reference range on a questionnaire
  pain.now.isAboveReferenceRange(),
  // @ts-expect-error a laboratory's unit compared with another, unconverted
  blood.haemoglobin.below(quantity(12, 'g/dL')),
  // @ts-expect-error a column that the repeating group does not have
  scan.endplates.some((row) => row.width.atLeast(percent(10))),
  // @ts-expect-error a condition of a row that is a number
  scan.endplates.some((row) => row.height),
  // @ts-expect-error a look-back without a duration
  body.surgery.isWithin(12),
  // @ts-expect-error a look-back in percent
  body.surgery.isWithin(percent(12)),
  // @ts-expect-error a score table without a code of the list
  person.sex.scoredAs({ female: 1 }, '{score}'),
  // @ts-expect-error a text in one language only
  defineForm('x', { title: { en: 'x' }, blinding: 'open', filledBy: 'site', burden: 'question' }, {}),
  // @ts-expect-error a form without a blinding class
  defineForm('x', { title: text, filledBy: 'site', burden: 'question' }, {}),
  // @ts-expect-error an item of a type there is not
  defineForm('x', options, { a: { type: 'colour', question: text } }),
  // @ts-expect-error a number item without a unit
  defineForm('x', options, { a: { type: 'number', question: text } }),
  // @ts-expect-error a score compared with a duration
  index.atLeast(months(3)),
  defineStudy({
    ...smallStudy,
    // @ts-expect-error a ratio for an arm that is not one
    randomisation: { method: 'simple', ratio: { active: 1, other: 1 }, stratifyBy: ['site'], slotsPerStratum: 10 },
  }),
  defineStudy({
    ...smallStudy,
    // @ts-expect-error a big stick without the imbalance it tolerates
    randomisation: { method: 'bigStick', ratio: { active: 1, placebo: 1 }, stratifyBy: ['site'], slotsPerStratum: 10 },
  }),
  defineStudy({
    ...smallStudy,
    forms: [person, pain, scan, blood, body],
    // @ts-expect-error a procedure with a form outside the study
    procedures: { questions: { title: text, forms: [foreign] }, tests: { title: text, forms: [blood] } },
  }),
  defineStudy({
    ...smallStudy,
    // @ts-expect-error an encounter with a procedure that is not one
    encounters: { day0: { ...smallStudy.encounters.day0, procedures: ['surgery'] } },
  }),
  // @ts-expect-error points are not percent
  pain.daysWithPain.above(points(50)),
]

test('the programs above are held back by the type checker, which runs over this file', () => {
  expect(rejected).toBeTypeOf('function')
})
