import fc from 'fast-check'
import { runs } from '@trialwright/test-support'
import { describe, expect, test } from 'vitest'
import { compileStudy } from '../compile.ts'
import type { StudyExamples } from '../examples.ts'
import { isCondition } from '../expression/kinds.ts'
import type { Facts } from '../record.ts'
import { compiled as small, conditions, scope } from '../testing/randomExpressions.ts'
import { smallStudy } from '../testing/smallStudy.ts'
import { slippedOf } from './expression.ts'
import { mutantsOf } from './mutants.ts'
import { mutationScore, type MutationScore } from './score.ts'

const around = { codesOf: () => ['yes', 'no'], stepOf: () => undefined }

describe('slips of an expression', () => {
  test('given any condition, then each differs from it, is a condition still, and can be asked', () => {
    fc.assert(
      fc.property(conditions, (node) => {
        for (const slipped of slippedOf(node, around)) {
          expect(slipped.node).not.toEqual(node)
          expect(isCondition(slipped.node)).toBe(true)
          expect(() => scope.condition(slipped.node)).not.toThrow()
        }
      }),
      runs(50),
    )
  })

  test('given a limit with “at least”, then it becomes “above”, “below”, and a step off on both sides', () => {
    const node = {
      kind: 'compare',
      operator: 'atLeast',
      left: { kind: 'numberItem', form: 'pain', item: 'now', at: 'latest', unit: '{score}' },
      right: { kind: 'constant', value: 5, unit: '{score}' },
    } as const
    const said = [...slippedOf(node, around)].map(({ node: slipped }) => scope.state(slipped).en)
    expect(said).toEqual([
      'Pain now is above 5',
      'Pain now is below 5',
      'Pain now is at least 4',
      'Pain now is at least 6',
      'Pain now (at this visit) is at least 5',
    ])
  })
})

const finished = (examples: StudyExamples): MutationScore => {
  const run = mutationScore(compileStudy(smallStudy), examples)
  for (;;) {
    const step = run.next()
    if (step.done === true) return step.value
  }
}

const born = (birthDate: string): Facts => ({
  today: '2026-06-15',
  events: { consent: '2026-06-15' },
  forms: [
    {
      form: 'person',
      encounter: 'screening',
      date: '2026-06-15',
      entries: { birthDate: { typed: birthDate, value: birthDate } },
    },
  ],
  ranges: [],
})
const far = [
  { given: '41 years', facts: born('1985-01-01'), answer: 'yes' },
  { given: '16 years', facts: born('2010-01-01'), answer: 'no' },
  { given: '76 years', facts: born('1950-01-01'), answer: 'no' },
] as const
const near = [
  { given: '18 years today', facts: born('2008-06-15'), answer: 'yes' },
  { given: '18 years tomorrow', facts: born('2008-06-16'), answer: 'no' },
  { given: '65 years and 364 days', facts: born('1960-06-16'), answer: 'yes' },
  { given: '66 years today', facts: born('1960-06-15'), answer: 'no' },
] as const

describe('the score', () => {
  const ages = ({ survivors }: MutationScore) => survivors.filter(({ path }) => path === 'criteria.IN01')

  test('given cases far from the limits, then slips at the limits survive, each with the person who is missing', () => {
    const survivors = ages(finished({ cases: { IN01: far } }))
    const told = survivors.map(({ what, missing }) => [what.en, missing.found === 'person' ? missing.person.en : ''])
    expect(survivors.filter(({ slip }) => slip === 'bound')).toHaveLength(4)
    for (const [, person] of told) expect(person).toMatch(/^Date|^consent|^birth|Date of birth/)
  })

  test('given cases on both sides of each limit, then no slip of a limit survives', () => {
    expect(ages(finished({ cases: { IN01: [...far, ...near] } })).filter(({ slip }) => slip === 'bound')).toEqual([])
  })

  test('given no examples, then nothing is noticed; given days of an encounter, then slips of its window are', () => {
    expect(finished({ cases: {} }).noticed).toBe(0)
    const schedule = {
      day14: [
        {
          happened: { firstInfusion: '2026-02-20', lastInfusion: '2026-03-20' },
          planned: '2026-03-06',
          from: '2026-03-03',
          to: '2026-03-09',
        },
      ],
    }
    const left = finished({ cases: {}, schedule }).survivors.filter(({ path }) => path === 'encounters.day14')
    expect(left).toEqual([])
  })

  test('given a score that a criterion reads, then the criterion’s case notices a slip in the score', () => {
    const noticed = (examples: StudyExamples) =>
      finished(examples).survivors.filter(({ path }) => path === 'derived.meanPain').length
    const pain = (now: number): Facts => ({
      ...born('1985-01-01'),
      forms: [
        {
          form: 'pain',
          encounter: 'screening',
          date: '2026-06-15',
          entries: Object.fromEntries(
            Object.entries({ now, worst: 5, usual: 5, daysWithPain: 80, duration: 12 }).map(([item, value]) => [
              item,
              { typed: String(value), value, unit: { daysWithPain: '%', duration: 'mo' }[item] ?? '{score}' },
            ]),
          ),
        },
      ],
    })
    const cases = { IN02: [{ given: 'a mean just below five', facts: pain(4), answer: 'no' as const }] }
    expect(noticed({ cases })).toBeLessThan(noticed({ cases: {} }))
  })
})

test('given the small study, then its slips are the same each time, and every criterion has some', () => {
  const paths = [...mutantsOf(small)].map(({ path }) => path)
  expect(paths).toEqual([...mutantsOf(small)].map(({ path }) => path))
  for (const { id } of small.criteria) expect(paths).toContain(`criteria.${id}`)
})
