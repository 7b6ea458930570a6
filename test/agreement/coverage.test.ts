import { blankCasebook } from '@trialwright/exports'
import { loadStudy } from '@trialwright/protocol'
import { compileStudy } from '@trialwright/protocol/compile'
import { backToBasic } from '@trialwright/study-back-to-basic'
import { describe, expect, test } from 'vitest'

/*
 * What the protocol's schedule table and the registry ask for, written down a second time, beside the blank casebook: whoever
 * prints it finds a page for each. The table is the published one, with ODI at day 154 for its shifted column.
 */

const study = loadStudy(compileStudy(backToBasic))
const parts = blankCasebook(study, '0'.repeat(64), 'nb').parts

const visits = ['screening', 'day0', 'day14', 'day42', 'day98', 'day154', 'day278'] as const

/** Rows of the table; x where the row is marked, in the order of `visits`. */
const table: readonly (readonly [row: string, marks: string, forms: string])[] = [
  ['eligibility', 'x------', 'investigatorJudgement'],
  ['consent, medical history', 'x------', 'demography medicalHistory allergies immunosuppression'],
  ['MRI', 'x------', 'mriSafety mriReading'],
  ['chest X-ray', 'x------', 'chestXray'],
  ['urine pregnancy test', 'xx-xxx-', 'pregnancyTest'],
  ['haematology, chemistry, CRP', 'xxxxxx-', 'laboratory crp'],
  ['tuberculosis, hepatitis B, hepatitis C', 'x------', 'tuberculosis hepatitis'],
  ['infusion', '-xxxx--', 'reactions'],
  ['background data', 'x------', 'background'],
  ['background data: distress', '-x-----', 'hscl25'],
  ['clinical safety evaluation', 'xxxxxx-', 'vitals safetyEvaluation'],
  ['pain and neurological examination', 'x------', 'painHistory painExamination'],
  ['drug level and anti-drug antibodies', '-xxxxx-', 'drugLevelSample'],
  ['biobank blood', '-x--xx-', 'biobank'],
  ['adverse events', '--xxxxx', 'adverseEventsAsked'],
  ['primary outcome', '-xxxxxx', 'odi'],
  ['pain monitoring', '-xxxxxx', 'nrs'],
  ['concomitant medication, co-interventions', 'xxxxxxx', 'whatIsNew vaccinations coInterventions'],
  ['sick listing', '-x--xxx', 'sickListing'],
  ['questionnaires', '-x--xx-', 'eq5d rmdq'],
  ['compliance', '-xxxx--', 'compliance'],
  // Beside the table: what the criteria ask of screening, and of women until six months after the last infusion.
  ['IN02', 'x------', 'odi nrs'],
  ['EX10: who can become pregnant', 'x------', 'childbearing'],
  ['EX10: contraception', 'xxxxxx-', 'contraception'],
]

const formsOf = (encounter: string): readonly string[] =>
  parts.find((part) => part.encounter === encounter)?.forms.map(({ form }) => form) ?? []

describe('R3-25 the blank casebook', () => {
  test.each(visits)('at %s has the forms of every marked row, and no other', (visit) => {
    const marked = table
      .filter(([, marks]) => marks[visits.indexOf(visit)] === 'x')
      .flatMap(([, , forms]) => forms.split(' '))
    expect([...formsOf(visit)].toSorted()).toEqual(marked.toSorted())
  })

  test('has nine monthly tests told on the phone, and the second scan', () => {
    const rest = parts.filter(({ encounter }) => !(visits as readonly string[]).includes(encounter))
    expect(rest.map(({ encounter }) => [encounter, ...formsOf(encounter)].join(' '))).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((month) => `hcgMonth${month} pregnancyReport`),
      'mriFollowUp mriFollowUpReading',
      ...[7, 8, 9].map((month) => `hcgMonth${month} pregnancyReport`),
      'unscheduled1 vitals safetyEvaluation laboratory crp pregnancyTest contraception reactions tuberculosis chestXray drugLevelSample nrs',
      'log medications conditions backSurgery vaccines adverseEvents samples',
    ])
  })

  test('names every form of the blinded side, and none that would tell the arm', () => {
    const printed = new Set(parts.flatMap(({ forms }) => forms.map(({ form }) => form)))
    const left = study.compiled.forms.map(({ id }) => id).filter((id) => !printed.has(id))
    expect(left).toEqual(['drugLevel'])
  })

  test('asks for everything that each outcome is made of, at the start and at its day', () => {
    const { primary, secondary } = study.compiled.outcomes
    const asked = [primary, ...secondary].map(({ title, measure, encounter }) => {
      const id = 'id' in measure ? measure.id : ''
      const derived = study.compiled.derived.find((each) => each.id === id)
      const forms = [...new Set(JSON.stringify(derived).match(/(?<="form":")[^"]+/g))]
      return {
        outcome: title.en,
        forms,
        missing: forms.filter((form) => !['day0', encounter].every((at) => formsOf(at).includes(form))),
      }
    })
    expect(asked).toEqual([
      { outcome: 'Change in disability (ODI) to day 154', forms: ['odi'], missing: [] },
      { outcome: 'Low back pain', forms: ['nrs'], missing: [] },
      { outcome: 'Disability (RMDQ)', forms: ['rmdq'], missing: [] },
      { outcome: 'Quality of life (EQ-5D)', forms: ['eq5d'], missing: [] },
    ])
  })

  test('prints each question in words, with the answers there are to choose from', () => {
    const items = parts.flatMap(({ forms }) =>
      forms.flatMap((form) => form.items.map((item) => ({ form: form.form, ...item }))),
    )
    expect(items.filter(({ question, value, state }) => question === '' || value === '' || state !== 'blank')).toEqual(
      [],
    )
  })
})
