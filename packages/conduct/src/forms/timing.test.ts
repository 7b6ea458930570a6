import { describe, expect, test } from 'vitest'
import { consented, fill } from '../testing/trial.ts'
import { study } from '../testing/study.ts'
import type { RecordForm } from './commands.ts'
import type { FormRecorded } from './events.ts'
import { evolveForms, initialForms, type ValueVersion } from './state.ts'
import { timingOf } from './timing.ts'
import { formView } from './view.ts'

const oslo = 'Europe/Oslo'
const version = (more: Partial<ValueVersion>): ValueVersion => ({
  entry: { typed: '75', value: 75, unit: 'kg' },
  version: 1,
  day: '2026-09-01',
  at: '2026-09-01T10:00:00.000Z',
  by: { account: 'a', name: 'Kari', role: 'nurse' },
  ...more,
})

describe('EMA-10 EMA-11: when a value came', () => {
  test.each([
    ['five days after its day is in time', { at: '2026-09-06T10:00:00.000Z' }, true, {}],
    ['six days after is late', { at: '2026-09-07T10:00:00.000Z' }, true, { lateDays: 6 }],
    // Half past ten in the evening of the sixth, UTC, is the seventh in Oslo.
    ['days are the site’s own', { at: '2026-09-06T22:30:00.000Z' }, true, { lateDays: 6 }],
    ['a correction is not late', { at: '2026-10-01T10:00:00.000Z' }, false, {}],
  ])('%s', (_, more, isFirst, expected) => {
    expect(timingOf(version(more), isFirst, oslo)).toEqual(expected)
  })

  const stored = '2026-09-01T10:00:00.000Z'
  test.each([
    ['five minutes apart say nothing', '2026-09-01T11:55:00.000+02:00', false],
    ['a device that is slow is told', '2026-09-01T11:54:59.000+02:00', true],
    ['a device that is ahead is told', '2026-09-01T12:06:00.000+02:00', true],
    ['the offset counts', '2026-09-01T10:00:00.000+00:00', false],
    ['a clock that says nothing is not told', 'yesterday', false],
  ])('%s', (_, clientTime, isTold) => {
    const told = timingOf(version({ clientTime, recordedAt: stored }), true, oslo)
    expect(told).toEqual(isTold ? { clocks: { entered: clientTime, stored } } : {})
  })

  test('is told beside the history, and the clocks themselves are kept with the version', () => {
    const trial = consented()
    trial.does(fill(trial, 'screening', 'body', { weight: '75', temperature: '36.8' }) as RecordForm)
    const event = trial.events.at(-1) as FormRecorded
    const late = { ...event, day: '2026-08-20', clientTime: '2026-09-01T09:00:00.000+02:00', recordedAt: stored }
    const forms = evolveForms(initialForms, late)
    const view = formView(study, { ...trial.state, forms }, 'screening', 'body', trial.context('nurse'))
    expect(view?.items[0]?.history).toEqual([
      {
        entry: expect.anything(),
        shown: { en: '75 kg', nb: '75 kg' },
        version: 1,
        day: '2026-08-20',
        at: event.at,
        by: event.by,
        reason: undefined,
        confirmedUnusual: undefined,
        lateDays: 12,
        clocks: { entered: '2026-09-01T09:00:00.000+02:00', stored },
      },
    ])
  })
})
