import { formOf, loadStudy, type FilledForm } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { describe, expect, it } from 'vitest'
import { filledForm, ranges, screeningAnswers, uneventfulAnswers, type Answers } from './demo/index.ts'
import { backToBasic } from './index.ts'

const study = loadStudy(compileStudy(backToBasic))
const days = { screening: '2026-03-16', day0: '2026-03-30', day14: '2026-04-13', day42: '2026-05-11' } as const

const filled: readonly FilledForm[] = Object.entries(days).flatMap(([encounter, date]) => {
  const answers: Answers = encounter === 'screening' ? screeningAnswers(date) : uneventfulAnswers(date)
  const asked = new Set(study.encounter(encounter).forms)
  return backToBasic.forms
    .map((form) => form[formOf].id as keyof Answers)
    .filter((form) => asked.has(form) && answers[form] !== undefined)
    .map((form) => filledForm(form, answers[form]!, { encounter, date }))
})

describe('the edit checks', () => {
  it.each(Object.entries(days))('ask nothing of an uneventful course at %s', (visit, today) => {
    const events = { consent: days.screening, firstInfusion: days.day0, visit: today }
    const record = study.record({ today, visit, events, forms: filled, ranges })
    const asking = study.checks.filter(({ ask }) => ask(record).some(({ answer }) => answer === 'no'))
    expect(asking.map(({ check }) => check.id)).toEqual([])
  })

  it('are some fifty, of which the hard ones are impossible in any course', () => {
    expect(study.checks.length).toBeGreaterThan(45)
    const hard = study.checks.filter(({ check }) => check.strictness === 'hard').map(({ check }) => check.id)
    expect(hard).toEqual([
      'painAfterBirth',
      'operationAfterBirth',
      'readingAfterScan',
      'pressureOrder',
      'mensesAfterBirth',
      'fatalIsSerious',
    ])
  })
})
