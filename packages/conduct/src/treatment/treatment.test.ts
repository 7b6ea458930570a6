import { describe, expect, test } from 'vitest'
import type { ParticipantCommand } from '../participant/commands.ts'
import { participantView } from '../participant/view.ts'
import { study } from '../testing/study.ts'
import {
  confirmed,
  fill,
  infused,
  randomised,
  ready,
  requested,
  running,
  visiting,
  type Trial,
} from '../testing/trial.ts'

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

describe('while it runs', () => {
  const observe = (more: object): ParticipantCommand => ({
    type: 'recordObservation',
    encounter: 'day0',
    time: '11:30',
    vitals: {},
    ...more,
  })

  test('observations are read strictly, in the language of the person', () => {
    const trial = running(randomised(), 'day0')
    trial.language = 'nb'
    trial.does(observe({ vitals: { temperature: '36,9', pulse: '72' } }))
    expect(trial.events.at(-1)).toMatchObject({ vitals: { temperature: 36.9, pulse: 72 } })
    expect(trial.ask(observe({ vitals: { temperature: '46', pulse: '<50', systolic: 'high' } }))).toMatchObject([
      { code: 'numberOutOfRange', field: 'vitals.temperature' },
      { code: 'numberOutOfRange', field: 'vitals.pulse' },
      { code: 'notANumber', field: 'vitals.systolic' },
    ])
    expect(trial.codes(observe({}))).toEqual(['nothingToRecord'])
    expect(trial.codes(observe({ note: 'feels well' }))).toEqual([])
    expect(trial.codes(observe({ vitals: { pulse: '70' }, time: '11:29' }))).toEqual(['timeBackwards'])
  })

  test('interrupted and resumed, each with its reason', () => {
    const trial = running(randomised(), 'day0')
    const interrupt = { type: 'interruptInfusion', encounter: 'day0', time: '11:20', reason: 'itching' } as const
    const resume = { type: 'resumeInfusion', encounter: 'day0', time: '11:50', reason: 'gone' } as const
    expect(trial.codes(resume)).toEqual(['infusionNotInterrupted'])
    expect(trial.codes({ ...interrupt, reason: '' })).toEqual(['textMissing'])
    trial.does(interrupt)
    expect(trial.codes(interrupt)).toEqual(['infusionInterrupted'])
    trial.does(resume)
    expect(trial.state.treatment.infusions.day0?.interruptions).toEqual([
      { from: '11:20', to: '11:50', reason: 'itching' },
    ])
  })

  test('P11-10: not before it has begun, not after it has ended', () => {
    const trial = ready(randomised(), 'day0')
    expect(trial.codes(observe({ note: 'x' }))).toEqual(['infusionNotStarted'])
    const ended = infused(randomised(), 'day0')
    const interrupt = { type: 'interruptInfusion', encounter: 'day0', time: '13:30', reason: 'itching' } as const
    expect(ended.codes(interrupt)).toEqual(['infusionEnded'])
    expect(ended.codes(observe({ note: 'well', time: '13:45' }))).toEqual([])
  })

  test.each([
    ['250', undefined, []],
    ['249', undefined, ['volumeNeedsReason']],
    ['249', 'vein lost', []],
    ['251', undefined, ['numberOutOfRange']],
    ['0', 'vein lost', []],
    ['', undefined, ['notANumber']],
  ])('ends with %s mL given (%s)', (volumeGiven, reason, codes) => {
    const trial = running(randomised(), 'day0')
    expect(trial.codes({ type: 'endInfusion', encounter: 'day0', time: '13:00', volumeGiven, reason })).toEqual(codes)
  })
})

describe('reactions', () => {
  const reaction = {
    type: 'recordReaction',
    encounter: 'day0',
    time: '11:20',
    signs: 'wheezing',
    action: 'adrenaline',
  } as const

  test.each([
    [2, undefined],
    [3, 'reactionGrade'],
  ])('of grade %i', (grade, rule) => {
    const trial = running(randomised(), 'day0')
    trial.does({ ...reaction, grade })
    expect(trial.state.treatment.infusions.day0?.reactions).toMatchObject([{ grade, day: '2026-09-01' }])
    expect(trial.state.treatment.stopped?.rule).toBe(rule)
  })

  test.each([0, 6, 2.5, Number.NaN])('grade %d is none', (grade) => {
    expect(running(randomised(), 'day0').codes({ ...reaction, grade })).toEqual(['gradeInvalid'])
  })

  test('may come days later, never before the infusion', () => {
    const trial = later('2026-09-08')
    expect(trial.codes({ ...reaction, grade: 1, day: '2026-08-31' })).toEqual(['dayBeforeInfusion'])
    expect(trial.codes({ ...reaction, grade: 1, day: '2026-09-09' })).toContain('dayInFuture')
    expect(trial.codes({ ...reaction, grade: 1, day: '2026-09-08', time: '09:00' })).toEqual([])
    expect(trial.codes({ ...reaction, grade: 1, time: '10:59' })).toEqual(['timeBackwards'])
  })

  test('after it was stopped, a second grave one is recorded without stopping twice', () => {
    const trial = running(randomised(), 'day0')
    trial.does({ ...reaction, grade: 4 })
    trial.does({ ...reaction, grade: 4, time: '11:40' })
    expect(trial.events.filter(({ type }) => type === 'TreatmentStopped').length).toBe(1)
    expect(
      trial.codes({ type: 'endInfusion', encounter: 'day0', time: '11:45', volumeGiven: '30', reason: 'reaction' }),
    ).toEqual([])
  })
})

describe('hold and stop', () => {
  test('a hold stops infusions until an investigator releases it', () => {
    const trial = visiting(randomised(), 'day0')
    trial.does({ type: 'holdTreatment', reason: 'cough' })
    expect(trial.codes(request('day0'))).toEqual(['treatmentHeld'])
    trial.does({ type: 'releaseHold', reason: 'gone' })
    expect(trial.codes(request('day0'))).toEqual([])
  })

  test('a stop is for good, by a rule of the study or without one', () => {
    const trial = visiting(randomised(), 'day0')
    expect(trial.codes({ type: 'stopTreatment', reason: 'x', rule: 'STOP99' })).toEqual(['stopRuleUnknown'])
    trial.does({ type: 'stopTreatment', reason: 'new cancer', rule: 'STOP01' })
    expect(trial.codes(request('day0'))).toEqual(['treatmentStopped'])
    expect(trial.codes({ type: 'releaseHold', reason: 'x' })).toEqual(['treatmentStopped'])
  })

  test('nothing is left to stop once every infusion was given', () => {
    const trial = later('2026-09-15')
    infused(trial, 'day14')
    trial.today = '2026-10-13'
    infused(trial, 'day42')
    expect(trial.codes({ type: 'stopTreatment', reason: 'x' })).toEqual(['treatmentFinished'])
  })
})

test('the participant’s page says what may be done now, and agrees with the decision', () => {
  const trial = visiting(randomised(), 'day0')
  const view = participantView(study, trial.state, trial.context())
  const may = view.possible.filter(({ refusals }) => refusals.length === 0).map(({ command }) => command)
  expect(may).toEqual(['withdrawConsent', 'holdTreatment', 'stopTreatment', 'requestPreparation'])
  expect(view.treatment).toMatchObject({
    next: 'day0',
    planned: 3,
    holds: [{ id: 'HOLD01', answer: 'no' }],
    stops: [{ answer: 'unknown' }],
  })
  expect(participantView(study, trial.state, trial.context('monitor')).possible).toEqual([])
})
