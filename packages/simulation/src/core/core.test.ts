import { compileStudy } from '@trialwright/protocol/compile'
import { smallStudy } from '@trialwright/protocol/testing'
import type { SimulationModel, VirtualAnswers } from '@trialwright/protocol/simulation'
import { describe, expect, test } from 'vitest'
import { plainStudy } from './plain.ts'
import { coreTrial } from './trial.ts'

const compiled = compileStudy(smallStudy)
const eligible: Readonly<Record<string, VirtualAnswers>> = {
  person: { birthDate: '1980-05-17', sex: 'male', smoker: 'no' },
  pain: { now: 6, worst: 8, usual: 7, daysWithPain: 80, duration: 24, walks: 'yes', sleeps: 'no' },
  blood: { haemoglobin: 140, creatinine: 80 },
  scan: { endplates: [{ type: 'one', height: 20 }] },
  body: { weight: 80, temperature: 36.8, surgery: { absent: 'notApplicable' } },
}
const limits = { laboratory: 'Lab', form: 'blood', sex: 'any', fromAge: 18, toAge: 150, from: '2015-01-01' } as const

const model = (fails: (index: number) => boolean, fever: () => boolean = () => false): SimulationModel => ({
  values: [],
  recruitment: { perMonth: 20, sites: { north: 2, south: 1 } },
  scenarios: { only: { title: { en: 'Only', nb: 'Eneste' }, effect: {} } },
  items: {},
  person(draws) {
    const unfit = fails(draws.of('unfit').whole(0, 99))
    return {
      answers: (form, { encounter, returns }) => ({
        ...eligible[form],
        ...(form === 'pain' && unfit && { duration: 1 }),
        ...(form === 'body' && encounter !== 'screening' && returns === 0 && fever() && { temperature: 39 }),
      }),
      laboratory: 'Lab',
      daysOff: () => 0,
      misses: () => undefined,
      reaction: () => undefined,
      story: '',
    }
  },
  firstContact: ['person', 'pain'],
  afterInfusion: [],
  atReturn: ['body'],
  consent: () => 'v1',
  ranges: [
    { ...limits, item: 'haemoglobin', low: 130, high: 170, unit: 'g/L' },
    { ...limits, item: 'creatinine', low: 45, high: 105, unit: 'umol/L' },
  ],
})

const trial = (of: SimulationModel, seed = 3, participants = 12) =>
  coreTrial({
    plain: plainStudy(compiled),
    model: of,
    scenario: of.scenarios['only']!,
    seed,
    participants,
    began: '2026-01-05',
  })

describe('a trial without a server', () => {
  test('given one seed, when it is run twice, then everything is the same; another seed gives another trial', () => {
    const fit = model((index) => index < 40)
    expect(trial(fit)).toEqual(trial(fit))
    expect(trial(fit, 4).people).not.toEqual(trial(fit).people)
  })

  test('given people of whom some cannot take part, when places are filled, then just so many are randomised, in blocks', () => {
    const { people, screened, failed } = trial(model((index) => index < 40))
    expect(people).toHaveLength(12)
    expect(screened - failed).toBe(12)
    expect(failed).toBeGreaterThan(0)
    for (const site of ['north', 'south']) {
      const arms = people.filter((each) => each.site === site).map(({ arm }) => arm)
      const ahead = Math.abs(
        arms.filter((arm) => arm === 'active').length - arms.filter((arm) => arm !== 'active').length,
      )
      // Blocks of 4 and 6: no arm is ever more than three ahead.
      expect(ahead).toBeLessThanOrEqual(3)
    }
  })

  test('given nobody who can take part, when it is run, then it ends with a sentence', () => {
    expect(() => trial(model(() => true))).toThrow(/never fills/)
  })

  test('given forms that criteria alone read, when visits follow, then only what a rule or the measure reads is asked there', () => {
    const asked = new Set<string>()
    const fit = model(() => false)
    const heard: SimulationModel = {
      ...fit,
      person(draws, of) {
        const person = fit.person(draws, of)
        return { ...person, answers: (form, at) => (asked.add(`${form} at ${at.encounter}`), person.answers(form, at)) }
      },
    }
    trial(heard)
    expect([...asked].toSorted()).toEqual([
      'blood at screening',
      'body at day0',
      'body at day14',
      'body at screening',
      'pain at day14',
      'pain at screening',
      // Whose limits hold depends on who it is.
      'person at day14',
      'person at screening',
      'scan at screening',
    ])
  })

  test('given a fever at the first infusion, when the person comes back well, then the infusion is given then', () => {
    const well = trial(model(() => false))
    const ill = trial(
      model(
        () => false,
        () => true,
      ),
    )
    expect(well.people.every(({ infusions }) => infusions > 0)).toBe(true)
    expect(ill.people.map(({ infusions }) => infusions)).toEqual(well.people.map(({ infusions }) => infusions))
  })
})
