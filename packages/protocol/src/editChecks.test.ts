import { describe, expect, test } from 'vitest'
import { compileStudy } from './compile.ts'
import type { CheckAnswer } from './editChecks.ts'
import { loadStudy } from './load.ts'
import { facts } from './testing/facts.ts'
import { smallStudy } from './testing/smallStudy.ts'

const study = loadStudy(compileStudy(smallStudy))

const asked = (id: string, given: ReturnType<typeof facts>): readonly CheckAnswer[] =>
  study.checks
    .find(({ check }) => check.id === id)!
    .ask(study.record(given))
    .map(({ answer, row }) => (row === undefined ? { answer } : { answer, row }))

const weighed = (day0: number | undefined, day14: number | undefined, visit = 'day14') =>
  facts(day14 === undefined ? {} : { body: { weight: day14 } }, {
    encounter: 'day14',
    date: '2026-02-01',
    visit,
    forms: day0 === undefined ? [] : facts({ body: { weight: day0 } }, { encounter: 'day0', date: '2026-01-18' }).forms,
  })

describe('an edit check across visits', () => {
  test('given a change within what is expected, both ends included, then yes', () => {
    expect(asked('weightChange', weighed(80, 120))).toEqual([{ answer: 'yes' }])
    expect(asked('weightChange', weighed(80, 40))).toEqual([{ answer: 'yes' }])
  })
  test('given a greater change, then no', () => {
    expect(asked('weightChange', weighed(80, 120.1))).toEqual([{ answer: 'no' }])
    expect(asked('weightChange', weighed(80, 39.9))).toEqual([{ answer: 'no' }])
  })
  test('given no visit before, or nothing at this one, then unknown', () => {
    expect(asked('weightChange', weighed(undefined, 80))).toEqual([{ answer: 'unknown' }])
    expect(asked('weightChange', weighed(80, undefined))).toEqual([{ answer: 'unknown' }])
  })
  test('given the first of the visits, then a later one says nothing of it', () =>
    expect(asked('weightChange', weighed(80, 200, 'day0'))).toEqual([{ answer: 'unknown' }]))
})

describe('an edit check of each row', () => {
  const rows = (sex: string | undefined) =>
    facts(
      {
        scan: {
          endplates: [
            { type: 'two', height: 0 },
            { type: 'two', height: 4 },
            { type: 'two', height: { absent: 'notKnown' } },
          ],
        },
        ...(sex === undefined ? {} : { person: { sex } }),
      },
      { visit: 'screening' },
    )
  test('then each answers for itself, by its lasting id', () =>
    expect(asked('endplateOfTypeTwo', rows('female'))).toEqual([
      { answer: 'no', row: 'r0' },
      { answer: 'yes', row: 'r1' },
      { answer: 'unknown', row: 'r2' },
    ]))
  test('given somebody it does not concern, then it says so', () =>
    expect(asked('endplateOfTypeTwo', rows('male')).map(({ answer }) => answer)).toEqual(
      Array.from({ length: 3 }, () => 'notApplicable'),
    ))
  test('given somebody it may concern, then unknown, which is silent', () =>
    expect(asked('endplateOfTypeTwo', rows(undefined))[0]).toEqual({ answer: 'unknown', row: 'r0' }))
})

test('given a value it is about does not exist, then it has nothing to ask', () => {
  const person = { birthDate: '1980-05-04' }
  const operated = (surgery: string | { absent: 'notApplicable' | 'notKnown' }) =>
    asked('surgeryAfterBirth', facts({ body: { surgery }, person }, { visit: 'screening' }))
  expect(operated('1979')).toEqual([{ answer: 'no' }])
  expect(operated({ absent: 'notApplicable' })).toEqual([{ answer: 'notApplicable' }])
  expect(operated({ absent: 'notKnown' })).toEqual([{ answer: 'unknown' }])
})

test('a check names all it reads, so that it is asked again when one of them changes', () =>
  expect(study.checks[1]?.reads).toEqual(
    expect.arrayContaining([
      { form: 'body', item: 'surgery', at: 'thisVisit' },
      { form: 'person', item: 'birthDate', at: 'latest' },
    ]),
  ))
