import { loadStudy } from '@trialwright/protocol'
import { checkAnswer, compileStudy } from '@trialwright/protocol/compile'
import { describe, expect, it } from 'vitest'
import { backToBasic, cases } from './index.ts'
import { person } from './demo/index.ts'

const study = loadStudy(compileStudy(backToBasic))
const criteria = study.compiled.criteria.map(({ id }) => id)

describe.each(Object.entries(cases))('%s', (id, given) => {
  it.each(given)('$given: $answer', ({ facts, answer }) => {
    const result = study.criteria(study.record(facts)).find((criterion) => criterion.id === id)
    expect(checkAnswer(study, id, facts) ?? result?.answer).toBe(answer)
  })

  it('has somebody on each side and one who cannot be decided', () => {
    expect(given.map(({ answer }) => answer)).toEqual(expect.arrayContaining(['yes', 'no', 'unknown']))
  })
})

it('has cases for every criterion and edit check, and for nothing else', () => {
  expect(Object.keys(cases).slice(0, criteria.length)).toEqual(criteria)
  expect(new Set(Object.keys(cases).slice(criteria.length))).toEqual(new Set(study.checks.map(({ check }) => check.id)))
})

describe('as a whole', () => {
  it('lets the eligible person in', () => {
    expect(study.verdict(study.record(person()))).toBe('eligible')
  })

  it('lets an eligible man in, who is asked nothing about pregnancy', () => {
    const answers = { demography: { sex: 'male' }, laboratory: { haemoglobin: 150 } } as const
    const facts = person(answers)
    const asked = { ...facts, forms: facts.forms.filter(({ form }) => !womens.includes(form)) }
    expect(study.verdict(study.record(asked))).toBe('eligible')
  })

  it('leaves nobody settled of whom nothing is known', () => {
    expect(study.verdict(study.record(person({}, { alone: true, events: {} })))).toBe('undecided')
  })

  it('turns away on one exclusion, however much is missing', () => {
    const facts = person({ medicalHistory: { diabetes: 'yes' } }, { alone: true })
    expect(study.verdict(study.record(facts))).toBe('notEligible')
  })
})

const womens = ['childbearing', 'contraception', 'pregnancyTest']
