import { addDuration } from '@trialwright/protocol'
import { describe, expect, test } from 'vitest'
import {
  consented,
  confirmed,
  fill,
  infused,
  newTrial,
  randomised,
  ready,
  screened,
  visiting,
  type Trial,
} from '../testing/trial.ts'
import { deviationsOf, present, rowsOf } from './compute.ts'

/* Deviations: each rule where it is kept, where it is broken, and where it cannot be told. */

const keys = (trial: Trial) => present(deviationsOf(trial.study, trial.state, trial), trial.today).map(({ key }) => key)
const rows = (trial: Trial) => rowsOf(deviationsOf(trial.study, trial.state, trial), trial.state, trial.today)

/** Infused on day 0; today is so many days later. */
const later = (days: number): Trial => {
  const trial = infused(randomised(), 'day0')
  trial.today = addDuration(trial.today, { value: days, unit: 'd' })
  return trial
}

describe('visits', () => {
  test('given everything in its time, then none', () => {
    const trial = later(14)
    visiting(trial, 'day14')
    expect(keys(trial)).toEqual([])
  })
  test('given the last day of the window has passed without a visit, then it is late, and not a day before', () => {
    expect(keys(later(17))).toEqual([])
    const late = later(18)
    expect(keys(late)).toEqual(['visitLate/day14'])
    late.does({ type: 'recordMissedVisit', encounter: 'day14', reason: 'was abroad' })
    expect(keys(late)).toEqual(['visitMissed/day14'])
    expect(rows(late)[0]?.said.nb).toContain('was abroad')
  })
  test('given a visit a day outside its window, then that, with both; within it none', () => {
    const trial = later(18)
    trial.does({ type: 'recordVisit', encounter: 'day14', day: trial.today, reason: 'holiday' })
    trial.does(fill(trial, 'day14', 'safety', { cancer: 'no' }))
    expect(keys(trial)).toEqual(['visitWindow/day14'])
    expect(rows(trial)[0]?.said.en).toMatch(/window .+ to .+: holiday/)
    trial.does({ type: 'recordVisit', encounter: 'day14', day: '2026-09-18', reason: 'typed wrongly' })
    expect(keys(trial)).toEqual([])
  })
  test('given visits whose days are the wrong way round, then the order', () => {
    const trial = later(42)
    trial.does({ type: 'recordMissedVisit', encounter: 'day14', reason: 'ill' })
    trial.does({ type: 'recordVisit', encounter: 'day42', day: '2026-10-10' })
    trial.today = '2027-03-05'
    trial.does({ type: 'recordVisit', encounter: 'call', day: '2026-10-01', reason: 'by phone' })
    expect(keys(trial)).toContain('visitOrder/call')
  })
})

describe('consent', () => {
  test('given a visit before a newer version was signed, then that; once signed before it, none', () => {
    const trial = later(14)
    trial.today = '2027-01-02'
    trial.does({ type: 'recordVisit', encounter: 'call', day: '2027-01-02', reason: 'early' })
    expect(keys(trial)).toContain('consentVersion/call')
    const signed = later(14)
    signed.today = '2027-01-02'
    signed.does({ type: 'recordConsent', version: 'v2', day: '2027-01-02' })
    signed.does({ type: 'recordVisit', encounter: 'call', day: '2027-01-02', reason: 'early' })
    expect(keys(signed)).not.toContain('consentVersion/call')
  })
  test('given nobody has consented, then nothing can be departed from', () => expect(keys(newTrial())).toEqual([]))
})

describe('eligibility found wrong later', () => {
  test('given a value corrected after randomisation, then both verdicts; corrected back, it is gone', () => {
    const trial = randomised()
    trial.does(fill(trial, 'screening', 'pain', { score: '4' }))
    expect(keys(trial)).toEqual(['eligibility/IN02'])
    expect(rows(trial)[0]?.said.en).toContain('met when signed, not met as the data are now')
    trial.does(fill(trial, 'screening', 'pain', { score: '6' }))
    expect(keys(trial)).toEqual([])
  })
  test('given the scan turns out older than required, then the requirement', () => {
    const trial = randomised()
    trial.does(fill(trial, 'screening', 'scan', { day: '2026-08-01' }))
    expect(keys(trial)).toEqual(['requirement/RQ01'])
  })
  test('given nobody is randomised yet, then screening says it, not a deviation', () => {
    expect(keys(screened(newTrial(), { pain: { score: '4', sleeps: 'no' } }))).toEqual([])
    expect(keys(confirmed())).toEqual([])
  })
  test('given a value that becomes unknown, then none: nothing contradicts', () => {
    const trial = randomised()
    trial.does({
      ...fill(trial, 'screening', 'pain', {}),
      reasons: { score: 'not readable' },
      entries: { score: { absent: 'notKnown' } },
    } as never)
    expect(keys(trial)).toEqual([])
  })
})

describe('infusions', () => {
  const ended = (time: string, volumeGiven: string, reason?: string) => {
    const trial = ready(randomised(), 'day0')
    const label = trial.state.treatment.infusions['day0']?.label ?? ''
    trial.does({ type: 'startInfusion', encounter: 'day0', label, time: '09:00' })
    trial.does({ type: 'endInfusion', encounter: 'day0', time, volumeGiven, ...(reason ? { reason } : {}) })
    return trial
  }
  test('given the whole bag in its time, then none; a minute faster, then that', () => {
    expect(keys(ended('11:00', '250'))).toEqual([])
    expect(keys(ended('10:59', '250'))).toEqual(['infusionTime/day0'])
  })
  test('given less than the bag, then that, with its reason', () => {
    const trial = ended('11:00', '120', 'rash')
    expect(keys(trial)).toEqual(['infusionVolume/day0'])
    expect(rows(trial)[0]?.said.nb).toContain('120 av 250 mL gitt: rash')
  })
  test('given a fever typed in afterwards, then the rule it was given against, and the dose of a corrected weight', () => {
    const trial = infused(randomised(), 'day0')
    trial.does(fill(trial, 'day0', 'body', { temperature: '38.2' }))
    expect(keys(trial)).toEqual(['infusionRule/day0/HOLD01'])
    trial.does(fill(trial, 'day0', 'body', { temperature: '37', weight: '80' }))
    expect(keys(trial)).toEqual(['infusionDose/day0'])
  })
  test('given what a visit’s own form tells of how its infusion went, then no rule forbade that one; told of the one before, it did', () => {
    const trial = later(14)
    infused(trial, 'day14')
    trial.does(fill(trial, 'day14', 'safety', { cancer: 'no' }))
    trial.today = addDuration(trial.today, { value: 28, unit: 'd' })
    infused(trial, 'day42')
    trial.does(fill(trial, 'day42', 'safety', { cancer: 'yes' }))
    const told = () => keys(trial).filter((key) => !key.startsWith('visit'))
    expect(told()).toEqual(['ofStudy/day42/DV01'])
    trial.does(fill(trial, 'day42', 'safety', { cancer: 'no' }))
    trial.does(fill(trial, 'day14', 'safety', { cancer: 'yes' }))
    expect(told()).toEqual(['infusionRule/day42/STOP01', 'ofStudy/day14/DV01'])
  })
})

describe('what the study says', () => {
  test('given a required form left open at a visit that took place, then that', () => {
    const trial = later(14)
    trial.does({ type: 'recordVisit', encounter: 'day14', day: trial.today })
    expect(keys(trial)).toEqual([])
    trial.today = addDuration(trial.today, { value: 1, unit: 'd' })
    expect(keys(trial)).toEqual(['requiredForm/day14/safety'])
    trial.does(fill(trial, 'day14', 'safety', { cancer: 'no' }))
    expect(keys(trial)).toEqual([])
  })
  test('given a rule of the study that holds at a visit, then that', () => {
    const trial = later(14)
    trial.does({ type: 'recordVisit', encounter: 'day14', day: trial.today })
    trial.does(fill(trial, 'day14', 'safety', { cancer: 'yes' }))
    expect(keys(trial)).toEqual(['ofStudy/day14/DV01'])
  })
})

describe('a judgement', () => {
  const judged = () => {
    const trial = randomised()
    trial.does(fill(trial, 'screening', 'pain', { score: '4' }))
    const judge = { key: 'eligibility/IN02', important: true, effect: 'perProtocol', note: 'typed 6 for 4' } as const
    trial.does({ type: 'classifyDeviation', ...judge }, 'dataManager')
    return trial
  }
  test('then it stands with the deviation, by whom and why', () =>
    expect(rows(judged())).toMatchObject([
      {
        key: 'eligibility/IN02',
        classified: { important: true, effect: 'perProtocol', note: 'typed 6 for 4', by: { role: 'dataManager' } },
      },
    ]))
  test('given the data are corrected, then the deviation is gone and the judgement stays, saying so', () => {
    const trial = judged()
    trial.does(fill(trial, 'screening', 'pain', { score: '6' }))
    expect(keys(trial)).toEqual([])
    expect(rows(trial)).toMatchObject([{ key: 'eligibility/IN02', gone: true, classified: { important: true } }])
  })
  test('given a deviation that is not there, the same judgement again, or no reason, then it is refused', () => {
    const trial = judged()
    const codes = (more: object) =>
      trial.codes(
        {
          type: 'classifyDeviation',
          key: 'eligibility/IN02',
          important: true,
          effect: 'perProtocol',
          note: 'typed 6 for 4',
          ...more,
        },
        'dataManager',
      )
    expect(codes({ key: 'visitMissed/day14' })).toEqual(['deviationUnknown'])
    expect(codes({})).toEqual(['nothingToRecord'])
    expect(codes({ note: ' ' })).toEqual(['textMissing'])
  })
  test('given another role, then it is refused', () => {
    const trial = judged()
    expect(
      trial.codes(
        { type: 'classifyDeviation', key: 'eligibility/IN02', important: false, effect: 'none', note: 'x' },
        'coordinator',
      ),
    ).toEqual(['roleMayNot'])
  })
  test('given nobody consented, then nothing', () => expect(rows(consented())).toEqual([]))
})
