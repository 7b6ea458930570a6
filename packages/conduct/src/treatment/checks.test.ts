import { describe, expect, test } from 'vitest'
import type { ParticipantCommand } from '../participant/commands.ts'
import { confirmed, fill, infused, randomised, ready, requested, visiting, type Trial } from '../testing/trial.ts'

const request = (encounter: string): ParticipantCommand => ({ type: 'requestPreparation', encounter })
const start = (trial: Trial, encounter: string, more: { label?: string; time?: string } = {}): ParticipantCommand => ({
  type: 'startInfusion',
  encounter,
  label: trial.state.treatment.infusions[encounter]?.label ?? '',
  time: '11:00',
  ...more,
})
const visit = (encounter: string, day: string, reason?: string): ParticipantCommand => ({
  type: 'recordVisit',
  encounter,
  day,
  ...(reason === undefined ? {} : { reason }),
})

/** On a later day, with the first infusion behind. */
function later(today: string): Trial {
  const trial = infused(randomised(), 'day0')
  trial.today = today
  return trial
}

describe('asking for an infusion', () => {
  test('P11-10: only once randomised, with the visit today', () => {
    expect(confirmed().codes(request('day0'))).toEqual(['notRandomised'])
    const trial = randomised()
    expect(trial.codes(request('day0'))).toEqual(['visitNotRecorded'])
    visiting(trial, 'day0')
    trial.today = '2026-09-02'
    expect(trial.codes(request('day0'))).toEqual(['visitNotToday'])
    trial.does(visit('day0', '2026-09-02', 'came a day later'))
    expect(trial.codes(request('day0'))).toEqual([])
    expect(trial.codes(request('screening'))).toEqual(['noInfusionHere'])
  })

  test('carries the weight of the visit; without one it is refused', () => {
    const trial = randomised()
    trial.does(visit('day0', trial.today))
    expect(trial.codes(request('day0'))).toEqual(['weightMissing', 'holdRuleUndecided'])
    trial.does(fill(trial, 'day0', 'body', { weight: '80.5', temperature: '36.8' }))
    trial.does(request('day0'))
    expect(trial.events.at(-1)).toMatchObject({ type: 'PreparationRequested', weight: 80.5 })
  })

  test.each([
    ['37.9', []],
    ['38', ['holdRuleApplies']],
  ])('a holding rule: temperature %s', (temperature, codes) => {
    const trial = randomised()
    trial.does(visit('day0', trial.today))
    trial.does(fill(trial, 'day0', 'body', { weight: '75', temperature }))
    const refusals = trial.ask(request('day0'))
    expect(refusals.map(({ code }) => code)).toEqual(codes)
    if (refusals[0]) expect(refusals[0].remedy).toEqual({ en: 'Wait until it is gone.', nb: 'Vent til den er borte.' })
  })

  test('a holding rule nobody can answer yet is refused, with what to do', () => {
    const trial = randomised()
    trial.does(visit('day0', trial.today))
    trial.does(fill(trial, 'day0', 'body', { weight: '75' }))
    expect(trial.ask(request('day0'))).toMatchObject([
      { code: 'holdRuleUndecided', remedy: { nb: expect.stringContaining('Fyll inn') } },
    ])
  })

  test('eligibility and the clocks are checked again on day 0', () => {
    const trial = randomised()
    trial.today = '2026-09-29'
    visiting(trial, 'day0')
    expect(trial.codes(request('day0'))).toEqual([])
    const late = randomised()
    late.today = '2026-09-30'
    visiting(late, 'day0')
    expect(late.codes(request('day0'))).toEqual(['requirementNotMet'])
    const changed = visiting(randomised(), 'day0')
    changed.does(fill(changed, 'day0', 'blood', { haemoglobin: '90' }))
    expect(changed.ask(request('day0'))).toMatchObject([
      { code: 'notEligible', reason: { en: expect.stringContaining('EX03') } },
    ])
  })

  test('later, only the continuing criteria are asked again', () => {
    const trial = later('2026-09-15')
    visiting(trial, 'day14')
    trial.does(fill(trial, 'day14', 'blood', { haemoglobin: '90' }))
    expect(trial.codes(request('day14'))).toEqual([])
    const pregnant = later('2026-09-15')
    visiting(pregnant, 'day14')
    pregnant.does(fill(pregnant, 'screening', 'person', { pregnant: 'yes' }))
    expect(pregnant.ask(request('day14'))).toMatchObject([
      { code: 'continuingCriterionFails', reason: { nb: expect.stringContaining('EX01') } },
    ])
    pregnant.does({
      type: 'recordForm',
      encounter: 'screening',
      form: 'person',
      day: '2026-09-01',
      entries: { pregnant: { typed: '', absent: 'notDone' } },
      reasons: { pregnant: 'test was void' },
      expectedVersion: 2,
    })
    expect(pregnant.codes(request('day14'))).toEqual(['continuingCriterionUndecided'])
  })

  test.each([
    ['no', []],
    ['yes', ['stopRuleApplies']],
  ])('a stopping rule: new cancer %s', (cancer, codes) => {
    const trial = later('2026-09-15')
    visiting(trial, 'day14')
    trial.does(fill(trial, 'day14', 'safety', { cancer }))
    expect(trial.codes(request('day14'))).toEqual(codes)
  })

  test('a stopping rule nobody has asked about does not stop', () => {
    const trial = later('2026-09-15')
    expect(visiting(trial, 'day14').codes(request('day14'))).toEqual([])
  })

  test('the least interval: 11 days after the last infusion, not 10', () => {
    const trial = later('2026-09-11')
    trial.does(visit('day14', '2026-09-11', 'agreed'))
    trial.does(fill(trial, 'day14', 'body', { weight: '75', temperature: '36.8' }))
    expect(trial.ask(request('day14'))).toMatchObject([
      { code: 'tooSoon', reason: { nb: expect.stringContaining('12.09.2026') } },
    ])
    const inTime = later('2026-09-12')
    inTime.does(visit('day14', '2026-09-12'))
    inTime.does(fill(inTime, 'day14', 'body', { weight: '75', temperature: '36.8' }))
    expect(inTime.codes(request('day14'))).toEqual([])
  })

  test('twice on a day is refused; one of yesterday is made anew', () => {
    const trial = requested(randomised(), 'day0')
    expect(trial.codes(request('day0'))).toEqual(['alreadyRequested'])
    trial.today = '2026-09-02'
    trial.does(visit('day0', '2026-09-02', 'infusion did not come'))
    expect(trial.codes(start(trial, 'day0'))).toEqual(['requestExpired'])
    expect(trial.codes(request('day0'))).toEqual([])
  })
})

describe('order of infusions', () => {
  test('P11-10: the third is refused while the second is neither given nor missed', () => {
    const trial = later('2026-10-13')
    expect(trial.codes(visit('day42', '2026-10-13'))).toEqual(['earlierInfusionOpen'])
    trial.does({ type: 'recordMissedVisit', encounter: 'day14', reason: 'ill' })
    expect(trial.codes(visit('day42', '2026-10-13'))).toEqual([])
    expect(trial.codes(visit('day14', '2026-10-13', 'came after all'))).toEqual(['afterLaterVisit'])
  })

  test('a visit whose infusion was not given may be passed', () => {
    const trial = later('2026-09-15')
    trial.does(visit('day14', '2026-09-15'))
    trial.today = '2026-10-13'
    expect(trial.codes(visit('day42', '2026-10-13'))).toEqual([])
    expect(trial.codes(request('day14'))).toEqual(['visitNotToday'])
  })

  test('the first one is never missed', () => {
    const trial = randomised()
    expect(trial.codes({ type: 'recordMissedVisit', encounter: 'day0', reason: 'ill' })).toEqual([
      'firstInfusionCannotBeMissed',
    ])
  })
})

describe('starting', () => {
  test('P11-10: not before the pharmacy has handed it over', () => {
    const trial = requested(randomised(), 'day0')
    expect(trial.codes(start(trial, 'day0'))).toEqual(['infusionNotReady'])
    expect(visiting(randomised(), 'day0').codes(start(trial, 'day0'))).toEqual(['notRequested'])
  })

  test('the label is this infusion’s, however it is typed; a slip and another label are told apart', () => {
    const trial = ready(randomised(), 'day0')
    const label = trial.state.treatment.infusions.day0!.label!
    const slip = (label.startsWith('3') ? '4' : '3') + label.slice(1)
    expect(trial.codes(start(trial, 'day0', { label: slip }))).toEqual(['labelMistyped'])
    expect(trial.codes(start(trial, 'day0', { label: 'nonsense' }))).toEqual(['labelMistyped'])
    expect(trial.codes(start(trial, 'day0', { label: '22222222-2' }))).not.toEqual([])
    expect(trial.codes(start(trial, 'day0', { label: ` ${label.toLowerCase().replace('-', ' ')} ` }))).toEqual([])
  })

  test('what stands in the way of asking stands in the way of starting', () => {
    const trial = ready(randomised(), 'day0')
    trial.does(fill(trial, 'day0', 'body', { temperature: '38.5' }))
    expect(trial.codes(start(trial, 'day0'))).toEqual(['holdRuleApplies'])
  })

  test.each([
    ['14:05', []],
    ['14:10', ['timeInFuture']],
    ['9:00', ['timeFormat']],
    ['24:00', ['timeFormat']],
  ])('at %s, when the clock in Oslo shows 14:00', (time, codes) => {
    const trial = ready(randomised(), 'day0')
    expect(trial.codes(start(trial, 'day0', { time }))).toEqual(codes)
  })

  test('only nurse and investigator', () => {
    const trial = ready(randomised(), 'day0')
    expect(trial.codes(start(trial, 'day0'), 'coordinator')).toEqual(['roleMayNot'])
    expect(trial.codes(start(trial, 'day0'), 'nurse')).toEqual([])
  })
})
