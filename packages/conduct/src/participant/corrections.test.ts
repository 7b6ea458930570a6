import { describe, expect, test } from 'vitest'
import type { ParticipantCommand } from '../participant/commands.ts'
import { participantView } from '../participant/view.ts'
import { study } from '../testing/study.ts'
import { consented, infused, newTrial, randomised, registered, running, type Trial } from '../testing/trial.ts'

const day = (more: object = {}): ParticipantCommand =>
  ({
    type: 'correctConsentDay',
    version: 'v1',
    day: '2026-08-30',
    reason: 'read the form again',
    ...more,
  }) as ParticipantCommand

describe('R3-19: a wrong day of consent', () => {
  test('is set right with a reason; the first entry stays in the trail', () => {
    const trial = consented()
    trial.does(day())
    expect(trial.state.consent.given[0]).toMatchObject({ version: 'v1', day: '2026-08-30' })
    expect(trial.events.at(-1)).toMatchObject({ previous: '2026-09-01', reason: 'read the form again' })
    expect(trial.events.find(({ type }) => type === 'ConsentGiven')).toMatchObject({ day: '2026-09-01' })
    expect(participantView(study, trial.state, trial.context()).schedule[0]?.planned).toBe('2026-08-30')
  })

  test('not without a reason, nor to the same day, a day to come, or one on which another version was in force', () => {
    const trial = consented()
    expect(trial.codes(day({ reason: ' ' }))).toEqual(['textMissing'])
    expect(trial.codes(day({ day: '2026-09-01' }))).toEqual(['nothingToRecord'])
    expect(trial.codes(day({ day: '2026-09-02' }))).toEqual(['dayInFuture'])
    expect(trial.codes(day({ day: '2025-12-31' }))).toEqual(['noConsentInForce'])
    expect(trial.codes(day({ version: 'v2' }))).toEqual(['consentNotGiven'])
    expect(registered().codes(day())).toEqual(['consentNotGiven'])
  })

  test('keeps the order of two consents', () => {
    const trial = consented()
    trial.today = '2027-01-05'
    trial.does({ type: 'recordConsent', version: 'v2', day: '2027-01-04' })
    expect(trial.codes(day({ version: 'v2', day: '2026-08-01' }))).toEqual(['consentVersionNotInForce'])
    expect(trial.codes(day({ version: 'v2', day: '2027-01-02' }))).toEqual([])
  })
})

describe('a registered person who says no', () => {
  const no: ParticipantCommand = { type: 'recordDeclined', day: '2026-09-01', reason: '' }

  test('is counted as such, and may say yes later', () => {
    const trial = registered()
    trial.does(no)
    expect(participantView(study, trial.state, trial.context()).status).toBe('declined')
    expect(trial.codes(no)).toEqual(['alreadyDeclined'])
    trial.does({ type: 'recordConsent', version: 'v1', day: '2026-09-01' })
    expect(participantView(study, trial.state, trial.context()).status).toBe('consented')
    expect(trial.codes(no)).toEqual(['alreadyConsented'])
  })

  test('on a day that has come', () => {
    expect(registered().codes({ ...no, day: '2026-09-02' } as ParticipantCommand)).toEqual(['dayInFuture'])
    expect(newTrial().codes(no)).toEqual(['participantUnknown'])
  })
})

describe('R3-19: wrong times of an infusion', () => {
  const correct = (more: object): ParticipantCommand =>
    ({
      type: 'correctInfusionTime',
      encounter: 'day0',
      moment: 'start',
      time: '10:45',
      reason: 'read the clock wrong',
      ...more,
    }) as ParticipantCommand
  const infusionOf = (trial: Trial) => trial.state.treatment.infusions.day0!

  test('are set right one by one, and nothing else of its record is lost', () => {
    const trial = infused(randomised(), 'day0')
    trial.does({ type: 'recordObservation', encounter: 'day0', time: '13:30', vitals: { pulse: '70' }, note: 'well' })
    const before = infusionOf(trial)
    trial.time = '15:00'
    trial.does(correct({}))
    trial.does(correct({ moment: 'observation', time: '13:40' }))
    expect(infusionOf(trial)).toEqual({
      ...before,
      started: '10:45',
      observations: [{ ...before.observations[0], time: '13:40' }],
      lastTime: '13:40',
    })
    expect(trial.events.at(-1)).toMatchObject({ type: 'InfusionTimeCorrected', previous: '13:30', time: '13:40' })
  })

  test('not out of order, not without a reason, not of what never was', () => {
    const trial = infused(randomised(), 'day0')
    const { ended } = infusionOf(trial)
    expect(trial.codes(correct({ time: '23:59' }))).toEqual(['timeInFuture'])
    expect(trial.codes(correct({ moment: 'end', time: '00:01' }))).toEqual(['infusionOutOfOrder'])
    expect(trial.codes(correct({ reason: '' }))).toEqual(['textMissing'])
    expect(trial.codes(correct({ moment: 'end', time: ended?.time }))).toEqual(['nothingToRecord'])
    expect(trial.codes(correct({ moment: 'interruption' }))).toEqual(['infusionMomentMissing'])
    expect(trial.codes(correct({ moment: 'start', number: 2 }))).toEqual(['infusionMomentMissing'])
    expect(randomised().codes(correct({}))).toEqual(['infusionNotStarted'])
    expect(running(randomised(), 'day0').codes(correct({}), 'monitor')).toEqual(['roleMayNot'])
  })
})
