import { describe, expect, test } from 'vitest'
import { study } from '../testing/study.ts'
import {
  confirmed,
  consented,
  fill,
  infused,
  newTrial,
  randomised,
  registered,
  screened,
  type Trial,
} from '../testing/trial.ts'
import { schedule } from './schedule.ts'

const at = (trial: Trial, encounter: string, today = trial.today) =>
  schedule(study, trial.state, today, trial.ranges).find(({ id }) => id === encounter)!

const plan = ({ planned, from, to, state }: ReturnType<typeof at>) => ({ planned, from, to, state })

describe('planned days', () => {
  test('none before the anchor', () => {
    expect(plan(at(registered(), 'screening'))).toEqual({ state: 'notYetPlannable' })
    expect(plan(at(randomised(), 'day14'))).toEqual({ state: 'notYetPlannable' })
  })

  test('counted from the anchor in calendar days, with their windows', () => {
    expect(plan(at(consented(), 'screening'))).toEqual({
      planned: '2026-09-01',
      from: '2026-09-01',
      to: '2026-09-29',
      state: 'due',
    })
    const trial = infused(randomised(), 'day0')
    expect(plan(at(trial, 'day14'))).toEqual({
      planned: '2026-09-15',
      from: '2026-09-12',
      to: '2026-09-18',
      state: 'upcoming',
    })
    expect(plan(at(trial, 'day42')).planned).toBe('2026-10-13')
  })

  test('months are calendar months: 31 January and one month is 28 February', () => {
    const trial = infused(jan(), 'day0')
    expect(plan(at(trial, 'month1')).planned).toBe('2027-02-28')
  })

  test('the night the clock changes is one day like any other', () => {
    // Summer time ends in Oslo on 25 October 2026, 42 days after 13 September.
    const trial = newTrial('2026-09-13')
    randomised(trial)
    infused(trial, 'day0')
    expect(plan(at(trial, 'day42'))).toMatchObject({ planned: '2026-10-25', from: '2026-10-20', to: '2026-10-30' })
  })

  test('a late infusion moves nothing but what is counted from the last one', () => {
    const trial = infused(randomised(), 'day0')
    const before = plan(at(trial, 'day42')).planned
    expect(plan(at(trial, 'call')).planned).toBe('2027-03-01')
    trial.today = '2026-09-25'
    trial.does({ type: 'recordVisit', encounter: 'day14', day: trial.today, reason: 'was away' })
    trial.does(fill(trial, 'day14', 'body', { weight: '75', temperature: '36.8' }))
    trial.does({ type: 'requestPreparation', encounter: 'day14' })
    trial.prepare({ type: 'recordPreparation', encounter: 'day14', batch: 'B', vialsOpened: 4, secondPerson: 'Ola' })
    trial.prepare({ type: 'handOver', encounter: 'day14' })
    const label = trial.state.treatment.infusions.day14!.label!
    trial.does({ type: 'startInfusion', encounter: 'day14', label, time: '11:00' })
    expect(plan(at(trial, 'day42')).planned).toBe(before)
    expect(plan(at(trial, 'call')).planned).toBe('2027-03-25')
  })

  test('the first infusion is due from randomisation, and its day moves all that is counted from it', () => {
    const trial = randomised()
    expect(plan(at(trial, 'day0'))).toEqual({ planned: '2026-09-01', state: 'due' })
    trial.today = '2026-09-05'
    infused(trial, 'day0')
    expect(plan(at(trial, 'day0'))).toMatchObject({ planned: '2026-09-05', state: 'done' })
    expect(plan(at(trial, 'day14')).planned).toBe('2026-09-19')
  })
})

/** Screened and randomised on 31 January; the scan is of the same day. */
function jan(): Trial {
  const trial = newTrial('2026-12-31')
  screened(trial)
  trial.today = '2027-01-31'
  trial.does({ type: 'recordConsent', version: 'v2', day: '2027-01-31' })
  trial.does(fill(trial, 'screening', 'scan', { day: '2027-01-31' }))
  trial.does({ type: 'confirmEligibility' })
  trial.does({ type: 'randomise' })
  return trial
}

describe('states', () => {
  const trial = infused(randomised(), 'day0')

  test.each([
    ['2026-09-11', 'upcoming'],
    ['2026-09-12', 'due'],
    ['2026-09-18', 'due'],
    ['2026-09-19', 'overdue'],
  ])('of a visit with the window 12 to 18 September, on %s: %s', (today, state) => {
    expect(at(trial, 'day14', today).state).toBe(state)
  })

  test('booked until the day has gone', () => {
    const booked = infused(randomised(), 'day0')
    booked.does({ type: 'bookEncounter', encounter: 'day14', day: '2026-09-16' })
    expect(at(booked, 'day14', '2026-09-16')).toMatchObject({ state: 'booked', booked: '2026-09-16' })
    expect(at(booked, 'day14', '2026-09-17').state).toBe('due')
    expect(booked.codes({ type: 'bookEncounter', encounter: 'day14', day: '2026-08-31' })).toEqual(['dayInPast'])
    expect(booked.codes({ type: 'bookEncounter', encounter: 'day14', day: '2026-09-16' })).toEqual(['nothingToRecord'])
  })

  test.each([
    ['female', 'upcoming'],
    ['male', 'notApplicable'],
    [null, 'upcoming'],
  ])('an encounter for women, sex %s: %s', (sex, state) => {
    const someone = infused(randomised(), 'day0')
    someone.does({
      type: 'recordForm',
      encounter: 'screening',
      form: 'person',
      day: '2026-09-01',
      entries: {
        sex: sex === null ? { typed: '', absent: 'notKnown' } : { typed: sex },
        born: { typed: '1980-05-05' },
      },
      reasons: { sex: 'x', born: 'x' },
      expectedVersion: 1,
    })
    expect(at(someone, 'month1').state).toBe(state)
  })

  test('at home the answers are the contact', () => {
    const home = infused(randomised(), 'day0')
    home.today = '2026-10-01'
    expect(at(home, 'month1').state).toBe('due')
    home.does(fill(home, 'month1', 'urine', { result: 'no' }))
    expect(at(home, 'month1')).toMatchObject({ state: 'done', day: '2026-10-01' })
  })

  test('nothing is to come after a screen failure or a withdrawal', () => {
    const failed = consented()
    failed.does({ type: 'recordScreenFailure', note: 'no time' })
    expect(at(failed, 'screening').state).toBe('notApplicable')
    const withdrawn = infused(randomised(), 'day0')
    withdrawn.does({ type: 'withdrawConsent', scope: 'everything', day: '2026-09-01', reason: '' })
    expect(schedule(study, withdrawn.state, withdrawn.today, []).map(({ state }) => state)).toEqual([
      'done',
      'done',
      'notApplicable',
      'notApplicable',
      'notApplicable',
      'notApplicable',
    ])
  })
})

describe('visits', () => {
  const visit = (day: string, reason?: string) => ({ type: 'recordVisit', encounter: 'day14', day, reason }) as const

  test.each([
    ['2026-09-11', undefined, ['visitOutsideWindow']],
    ['2026-09-12', undefined, []],
    ['2026-09-18', undefined, []],
    ['2026-09-19', undefined, ['visitOutsideWindow']],
    ['2026-09-19', 'was ill', []],
  ])('on %s (%s), window 12 to 18 September', (day, reason, codes) => {
    const trial = infused(randomised(), 'day0')
    trial.today = '2026-09-30'
    expect(trial.codes(visit(day, reason))).toEqual(codes)
    if (codes.length === 0) expect(at(trial, 'day14')).toMatchObject({ state: 'done', inWindow: reason === undefined })
  })

  test('missed, once the window has come', () => {
    const trial = infused(randomised(), 'day0')
    const miss = { type: 'recordMissedVisit', encounter: 'day14', reason: 'ill' } as const
    trial.today = '2026-09-11'
    expect(trial.codes(miss)).toEqual(['missedTooEarly'])
    trial.today = '2026-09-12'
    expect(trial.codes({ ...miss, reason: '' })).toEqual(['textMissing'])
    trial.does(miss)
    expect(trial.codes(miss)).toEqual(['alreadyMissed'])
    expect(at(trial, 'day14')).toMatchObject({ state: 'missed', reason: 'ill', formsMissing: [] })
    expect(trial.codes(visit('2026-09-12'))).toEqual(['visitMissed'])
    expect(trial.codes(visit('2026-09-12', 'came after all'))).toEqual([])
  })

  test('a day is corrected with a reason, until an infusion is tied to it', () => {
    const trial = infused(randomised(), 'day0')
    trial.today = '2026-09-15'
    trial.does(visit('2026-09-14'))
    expect(trial.codes(visit('2026-09-14'))).toEqual(['visitAlreadyRecorded'])
    expect(trial.codes(visit('2026-09-15'))).toEqual(['visitDayNeedsReason'])
    expect(trial.codes(visit('2026-09-15', 'typed wrongly'))).toEqual([])
    expect(trial.codes({ ...visit('2026-09-02', 'x'), encounter: 'day0' })).toEqual(['visitHasInfusion'])
  })

  test('unknown, not yet, or on impossible days', () => {
    const trial = confirmed()
    expect(trial.codes({ ...visit('2026-09-01'), encounter: 'nowhere' })).toEqual(['encounterUnknown'])
    expect(trial.codes(visit('2026-09-01'))).toEqual(['encounterNotYetOpen'])
    expect(trial.codes({ ...visit('2026-08-31'), encounter: 'screening' })).toEqual(['dayBeforeConsent'])
    expect(trial.codes({ ...visit('2026-09-02'), encounter: 'day0' })).toEqual(['dayInFuture'])
  })
})

describe('what is missing', () => {
  test('forms not begun, and items left open; unblinded forms are nobody’s at the site', () => {
    const trial = screened(newTrial(), { pain: { score: '6' }, judgement: null })
    const { forms, formsMissing } = at(trial, 'screening')
    expect(forms.map(({ form }) => form)).not.toContain('levels')
    expect(formsMissing.map(({ form, state, items }) => [form, state, items])).toEqual([
      ['pain', 'incomplete', ['sleeps']],
      ['judgement', 'notStarted', []],
    ])
  })

  test('nothing, once all is answered; an absence with its reason is an answer', () => {
    const trial = screened()
    expect(at(trial, 'screening').formsMissing).toEqual([])
  })

  test('items that do not concern the participant are not missing', () => {
    const trial = infused(randomised(), 'day0')
    trial.today = '2026-09-15'
    trial.does(fill(trial, 'day14', 'sleep', { note: 'none' }))
    expect(at(trial, 'day14').formsMissing.map(({ form }) => form)).not.toContain('sleep')
  })
})
