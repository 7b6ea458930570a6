import { loadStudy, type Facts } from '@trialwright/protocol'
import { checkStudy, compileStudy } from '@trialwright/protocol/compile'
import { describe, expect, it } from 'vitest'
import { absent, filledForm, laboratories, person, ranges } from './demo/index.ts'
import { backToBasic, cases } from './index.ts'

const study = loadStudy(compileStudy(backToBasic))
const { arms, encounters, forms, infusion, procedures, randomisation, sites } = study.compiled

const at = (id: string) => {
  const { anchor, at: day, window } = study.encounter(id)
  return `${anchor} + ${day.value} ${day.unit}, ${window.early} early, ${window.late} late`
}
const wherePlanned = (procedure: string) =>
  encounters.filter((encounter) => encounter.procedures.includes(procedure)).map(({ id }) => id)

describe('the schedule', () => {
  it('keeps from consent to the end, in one log, what is not asked anew at every visit', () => {
    expect(study.compiled.logs?.map(({ id, forms: kept }) => [id, kept])).toEqual([
      ['log', ['medications', 'conditions', 'backSurgery', 'vaccines', 'adverseEvents', 'samples']],
    ])
  })

  it.each([
    ['screening', 'consent + 0 d, 0 early, 42 late'],
    ['day0', 'consent + 0 d, 0 early, 42 late'],
    ['day14', 'firstInfusion + 14 d, 3 early, 3 late'],
    ['day42', 'firstInfusion + 42 d, 5 early, 5 late'],
    ['day98', 'firstInfusion + 98 d, 7 early, 7 late'],
    ['day154', 'firstInfusion + 154 d, 14 early, 14 late'],
    ['mriFollowUp', 'firstInfusion + 6 mo, 0 early, 30 late'],
    ['day278', 'lastInfusion + 180 d, 14 early, 14 late'],
    ['hcgMonth9', 'firstInfusion + 9 mo, 5 early, 5 late'],
  ])('%s: %s', (id, expected) => {
    expect(at(id)).toBe(expected)
  })

  it('gives the infusion on days 0, 14, 42 and 98', () => {
    const given = encounters.filter(({ administers }) => administers).map(({ id }) => id)
    expect(given).toEqual(['day0', 'day14', 'day42', 'day98'])
    expect(wherePlanned('infusion')).toEqual(given)
  })

  // The rows of the published table, with ODI at day 154 for the shifted column.
  it.each([
    ['eligibility', ['screening']],
    ['chestXray', ['screening']],
    ['mri', ['screening']],
    ['mriFollowUp', ['mriFollowUp']],
    ['pregnancyTest', ['screening', 'day0', 'day42', 'day98', 'day154']],
    ['blood', ['screening', 'day0', 'day14', 'day42', 'day98', 'day154']],
    ['infections', ['screening']],
    ['allocation', ['day0']],
    ['safety', ['screening', 'day0', 'day14', 'day42', 'day98', 'day154']],
    ['drugLevel', ['day0', 'day14', 'day42', 'day98', 'day154']],
    ['biobank', ['day0', 'day98', 'day154']],
    ['adverseEvents', ['day14', 'day42', 'day98', 'day154', 'day278']],
    ['concomitant', ['screening', 'day0', 'day14', 'day42', 'day98', 'day154', 'day278']],
    ['sickListing', ['day0', 'day98', 'day154', 'day278']],
    ['questionnaires', ['day0', 'day98', 'day154']],
    ['compliance', ['day0', 'day14', 'day42', 'day98']],
  ])('plans %s', (procedure, where) => {
    expect(wherePlanned(procedure)).toEqual(where)
  })

  it('asks ODI where the assumption says', () => {
    const { value } = study.compiled.assumptions.find(({ id }) => id === 'odiVisits') ?? {}
    expect(wherePlanned('disability')).toEqual(value)
  })

  it('fills every form somewhere', () => {
    const { logs = [] } = study.compiled
    const filled = new Set([...procedures, ...logs].flatMap((each) => each.forms))
    expect(forms.filter(({ id }) => !filled.has(id))).toEqual([])
  })

  it('asks nine monthly tests of a woman who can become pregnant, and of nobody else', () => {
    const monthly = encounters.filter(({ procedures: each }) => each.includes('monthlyPregnancyTest'))
    const concerns = (facts: Facts) =>
      monthly.map(({ appliesTo }) => appliesTo && study.condition(appliesTo, study.record(facts)))
    expect(concerns(person())).toEqual(Array.from({ length: 9 }, () => 'yes'))
    expect(concerns(person({ demography: { sex: 'male' } }))).toEqual(Array.from({ length: 9 }, () => 'no'))
  })
})

describe('requirements before the first infusion', () => {
  const answers = (today: string, imageDate: string) => {
    const facts = person({ mriReading: { imageDate } }, { today })
    return study.rules('requirements', study.record(facts)).map(({ id, answer }) => `${id}: ${answer}`)
  }

  it('holds both clocks on their last day', () => {
    expect(answers('2026-04-27', '2026-03-30')).toEqual(['screeningClock: yes', 'mriClock: yes'])
  })

  it('refuses a screening of 43 days, and an MRI of 29 days, each alone', () => {
    expect(answers('2026-04-28', '2026-03-31')).toEqual(['screeningClock: no', 'mriClock: yes'])
    expect(answers('2026-04-27', '2026-03-29')).toEqual(['screeningClock: yes', 'mriClock: no'])
  })

  it('leaves the MRI clock open without a scan', () => {
    const facts = person({ mriReading: { imageDate: undefined } })
    const clock = study.rules('requirements', study.record(facts)).find(({ id }) => id === 'mriClock')
    expect(clock?.answer).toBe('unknown')
  })
})

type Rules = 'holds' | 'stops'
const answerOf = (which: Rules, rule: string, ...[answers, options]: Parameters<typeof person>) => {
  const facts = { ...person(answers, { encounter: 'day14', ...options }), visit: 'day14' }
  return study.rules(which, study.record(facts)).find(({ id }) => id === rule)?.answer
}

describe('holding and stopping', () => {
  it('holds nobody who is well and tested', () => {
    const facts = { ...person({}, { encounter: 'day14' }), visit: 'day14' }
    expect(study.rules('holds', study.record(facts)).map(({ answer }) => answer)).toEqual(Array(9).fill('no'))
  })

  it.each<[Rules, string, string, Parameters<typeof person>[0]]>([
    ['holds', 'fever', 'yes', { vitals: { temperature: 38 } }],
    ['holds', 'fever', 'no', { vitals: { temperature: 37.9 } }],
    ['holds', 'fever', 'unknown', { vitals: { temperature: absent('notDone') } }],
    ['holds', 'infection', 'yes', { safetyEvaluation: { infection: 'yes' } }],
    ['holds', 'antibiotic', 'yes', { safetyEvaluation: { antibiotic: 'yes' } }],
    ['holds', 'pregnancyTest', 'yes', { pregnancyTest: { hcg: 'positive' } }],
    ['holds', 'pregnancyTest', 'notApplicable', { demography: { sex: 'male' } }],
    ['holds', 'transaminases', 'no', { laboratory: { asat: 105 } }],
    ['holds', 'transaminases', 'yes', { laboratory: { asat: 106 } }],
    ['holds', 'neutrophils', 'yes', { laboratory: { neutrophils: 0.9 } }],
    ['holds', 'neutrophils', 'no', { laboratory: { neutrophils: 1 } }],
    ['holds', 'platelets', 'yes', { laboratory: { platelets: 74 } }],
    ['holds', 'platelets', 'no', { laboratory: { platelets: 75 } }],
    ['holds', 'logNotWritten', 'yes', { whatIsNew: { medicines: 'notWritten' } }],
    ['holds', 'logNotWritten', 'no', { whatIsNew: { medicines: 'written', vaccines: 'nothing' } }],
    ['holds', 'logNotWritten', 'unknown', { whatIsNew: { medicines: undefined } }],
    ['holds', 'liveVaccine', 'yes', { vaccines: { list: [{ kind: 'live', date: '2026-03-01' }] } }],
    ['stops', 'reaction', 'yes', { reactions: { any: 'yes', list: [{ grade: 3, anaphylaxis: 'no' }] } }],
    ['stops', 'reaction', 'no', { reactions: { any: 'yes', list: [{ grade: 2, anaphylaxis: 'no' }] } }],
    ['stops', 'reaction', 'yes', { reactions: { any: 'yes', list: [{ grade: 2, anaphylaxis: 'yes' }] } }],
    ['stops', 'reaction', 'unknown', {}],
    [
      'stops',
      'newCondition',
      'yes',
      { safetyEvaluation: { newConditions: 'yes', conditions: [{ kind: 'lupusLike' }] } },
    ],
    ['stops', 'newCondition', 'no', { safetyEvaluation: { newConditions: 'yes', conditions: [{ kind: 'other' }] } }],
    ['stops', 'pregnancy', 'yes', { contraception: { pregnant: 'yes' } }],
    ['stops', 'pregnancy', 'no', { pregnancyTest: { hcg: 'positive' } }],
    ['stops', 'liver', 'no', { laboratory: { alat: 225 } }],
    ['stops', 'liver', 'yes', { laboratory: { alat: 226 } }],
    ['stops', 'liver', 'yes', { safetyEvaluation: { jaundice: 'yes' } }],
    ['stops', 'wish', 'yes', { safetyEvaluation: { wishesToStop: 'yes' } }],
    ['stops', 'allocationRevealed', 'yes', { safetyEvaluation: { allocationRevealed: 'yes' } }],
  ])('%s %s: %s for %o', (which, rule, answer, answers) => {
    expect(answerOf(which, rule, answers)).toBe(answer)
  })

  it('reads the temperature of this visit, not of an earlier one', () => {
    expect(answerOf('holds', 'fever', {}, { encounter: 'day0' })).toBe('unknown')
  })
})

describe('treatment', () => {
  const dose = (weight: number) => {
    const record = study.record(person({ vitals: { weight } }))
    const { preparation } = arms.find(({ id }) => id === 'infliximab') ?? {}
    return Object.values(preparation ?? {}).map((node) => study.number(node, record)?.high)
  }

  it.each([
    [75, [375, 4, 37.5]],
    [80, [400, 4, 40]],
    [80.1, [400.5, 5, 40.05]],
    [60, [300, 3, 30]],
  ])('of %f kg takes mg, vials, mL: %j', (weight, expected) => {
    const [mg, vials, mL] = dose(weight)
    expect(mg).toBeCloseTo(expected[0] ?? 0, 9)
    expect(vials).toBe(expected[1])
    expect(mL).toBeCloseTo(expected[2] ?? 0, 9)
  })

  it('prepares nothing for placebo, in a bag as large', () => {
    expect(arms.find(({ id }) => id === 'placebo')).not.toHaveProperty('preparation')
    expect(infusion.bagVolume).toBe(250)
  })
})

describe('the design', () => {
  it('shares 126 participants among six sites', () => {
    expect(sites.map(({ id }) => id)).toEqual(['ous', 'haukeland', 'stolavs', 'unn', 'ostfold', 'drammen'])
    expect(sites.reduce((sum, { target }) => sum + target, 0)).toBe(study.compiled.target)
  })

  it('draws blocks of 4, 6 and 8 by site, 1:1', () => {
    expect(randomisation).toMatchObject({
      method: 'permutedBlocks',
      blocks: [4, 6, 8],
      stratifyBy: ['site'],
      ratio: { infliximab: 1, placebo: 1 },
    })
  })

  it('has consent versions from before its start', () => {
    for (const { from } of study.compiled.consent) expect(from < '2018-12-12').toBe(true)
  })

  it('converts haemoglobin by the iron atom and creatinine by the molecule', () => {
    expect(study.item('laboratory', 'haemoglobin').units?.['mmol/L']?.factor).toBeCloseTo(16.114, 6)
    expect(study.item('laboratory', 'haemoglobin').units?.['g/dL']?.factor).toBeCloseTo(10, 9)
    expect(study.item('laboratory', 'creatinine').units?.['mg/dL']?.factor).toBeCloseTo(88.4, 1)
    expect(study.item('laboratory', 'alat').units?.['ukat/L']?.factor).toBeCloseTo(60, 6)
  })

  it('passes the checks', () => {
    expect(checkStudy(study.compiled, cases).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('asks 33 things a person can answer at home', () => {
    expect(study.selfCheckItems).toHaveLength(33)
  })
})

describe('the invented laboratories', () => {
  it('say that they are invented, and have limits for every test', () => {
    for (const { title } of Object.values(laboratories)) expect(title.en).toContain('invented')
    const tests = forms.filter((form) => form.laboratory).flatMap(({ items }) => items.map(({ id }) => id))
    for (const laboratory of Object.keys(laboratories))
      for (const sex of ['female', 'male'])
        for (const test of tests) {
          const fitting = ranges.filter(
            (range) =>
              range.laboratory === laboratory &&
              range.item === test &&
              (range.sex === sex || range.sex === 'any') &&
              range.to === undefined,
          )
          expect(fitting, `${laboratory} ${test} ${sex}`).toHaveLength(1)
        }
  })
})

it('keeps later fillings apart by encounter', () => {
  const later = [filledForm('vitals', { weight: 82 }, { encounter: 'day42', date: '2026-05-10' })]
  const record = study.record(person({}, { later }))
  expect(study.number(infusion.weight, record)).toEqual({ low: 82, high: 82 })
})
