import { describe, expect, test } from 'vitest'
import type { ParticipantCommand } from '../participant/commands.ts'
import { participantView } from '../participant/view.ts'
import { study } from '../testing/study.ts'
import { infused, randomised, ready, running, visiting, type Trial } from '../testing/trial.ts'

const request = (encounter: string): ParticipantCommand => ({ type: 'requestPreparation', encounter })

/** On a later day, with the first infusion behind. */
function later(today: string): Trial {
  const trial = infused(randomised(), 'day0')
  trial.today = today
  return trial
}

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
  expect(may).toEqual([
    'withdrawConsent',
    'correctConsentDay',
    'recordUnscheduledVisit',
    'holdTreatment',
    'stopTreatment',
    'requestPreparation',
  ])
  expect(view.treatment).toMatchObject({
    next: 'day0',
    planned: 3,
    holds: [{ id: 'HOLD01', answer: 'no' }],
    stops: [{ answer: 'unknown' }, { answer: 'unknown' }],
  })
  expect(participantView(study, trial.state, trial.context('monitor')).possible).toEqual([])
})
