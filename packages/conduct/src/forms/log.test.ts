import { describe, expect, test } from 'vitest'
import type { ParticipantCommand } from '../participant/commands.ts'
import { historyView } from '../participant/history.ts'
import type { ParticipantEvent, Stored } from '../participant/events.ts'
import { participantView } from '../participant/view.ts'
import { study } from '../testing/study.ts'
import {
  consented,
  infused,
  newTrial,
  randomised,
  registered,
  screened,
  visiting,
  type Trial,
} from '../testing/trial.ts'
import type { RecordForm } from './commands.ts'
import { versionsAt } from './versions.ts'
import { formView } from './view.ts'

const log = (trial: Trial, rows: object[], more: Partial<RecordForm> = {}): ParticipantCommand => ({
  type: 'recordForm',
  encounter: 'log',
  form: 'medicines',
  day: trial.today,
  entries: { list: { rows: rows as never, ...(more.entries?.list as object) } },
  expectedVersion: trial.state.forms['log/medicines']?.version ?? 0,
  ...more,
})
const medicine = (id: string, cells: Record<string, string>, more: object = {}) => ({
  id,
  cells: Object.fromEntries(Object.entries(cells).map(([column, typed]) => [column, { typed }])),
  ...more,
})
const paracetamol = medicine('a1', { name: 'Paracet', atc: 'n02be01', dose: '500', ongoing: 'yes' })
const stops = (trial: Trial) =>
  participantView(study, trial.state, trial.context()).treatment.stops.map(({ id, answer }) => `${id}: ${answer}`)
const page = (trial: Trial) => formView(study, trial.state, 'log', 'medicines', trial.context())
const stored = (trial: Trial) =>
  trial.events.map((event, index) => ({ ...event, position: index, version: index + 1 }) as Stored<ParticipantEvent>)

describe('a log', () => {
  test('is open from consent on, at no visit', () => {
    expect(registered().codes(log(registered(), [paracetamol]))).toEqual(['consentMissing'])
    const trial = consented()
    trial.does(log(trial, [paracetamol]), 'nurse')
    const [shown] = participantView(study, trial.state, trial.context()).logs
    expect(shown).toMatchObject({
      id: 'log',
      contact: 'log',
      state: 'running',
      forms: [{ form: 'medicines', version: 1 }],
    })
  })

  test('EMA-11: is written on the day itself; when something happened stands in the row', () => {
    const trial = consented()
    trial.today = '2026-09-02'
    expect(trial.codes(log(trial, [paracetamol], { day: '2026-09-01' }))).toEqual(['logIsOfToday'])
  })

  test('takes another row on another day without a word of reason, and a changed cell with one', () => {
    const trial = consented()
    trial.does(log(trial, [paracetamol]))
    trial.today = '2026-09-05'
    trial.does(log(trial, [medicine('b2', { name: 'Ibux', atc: 'M01AE01', ongoing: 'no' })]))
    const dose = medicine('a1', { dose: '1000' })
    expect(trial.ask(log(trial, [dose]))).toMatchObject([
      { code: 'correctionNeedsReason', field: 'entries.list.a1.reason' },
    ])
    trial.does(log(trial, [{ ...dose, reason: 'doctor doubled it' }]), 'nurse')
    const versions = versionsAt(trial.state, {
      encounter: 'log',
      form: 'medicines',
      item: 'list',
      row: 'a1',
      column: 'dose',
    })
    expect(
      versions.map(({ entry, version, reason, by }) => [(entry as { value: number }).value, version, reason, by.role]),
    ).toEqual([
      [500, 1, undefined, 'investigator'],
      [1000, 3, 'doctor doubled it', 'nurse'],
    ])
  })

  test('EMA-04, R3-01: the trail names row and column, and a removal with its reason; the first entry stays', () => {
    const trial = consented()
    trial.does(log(trial, [paracetamol, medicine('b2', { name: 'Ibux' })]))
    trial.does(log(trial, [medicine('b2', {}, { removed: true, reason: 'told of another person' })]))
    const [removal] = historyView(study, stored(trial), 'monitor')
    expect(removal?.changes).toMatchObject([
      {
        label: { en: 'Medicines, row 2: the row', nb: 'Legemidler, rad 2: raden' },
        to: { en: 'removed', nb: 'fjernet' },
        reason: 'told of another person',
      },
    ])
    expect(page(trial)?.items[0]?.rows).toMatchObject([
      { row: 'a1', number: 1 },
      { row: 'b2', number: 2, removed: { reason: 'told of another person' }, cells: [{ column: 'name' }] },
    ])
    expect(page(trial)?.items[0]?.shown?.en).not.toContain('Ibux')
    expect(trial.ask(log(trial, [medicine('b2', {}, { removed: false })]))).toMatchObject([
      { code: 'correctionNeedsReason' },
    ])
  })

  test('an unusual cell is asked about once, and confirmed by its own name', () => {
    const trial = consented()
    const much = log(trial, [medicine('a1', { name: 'Paracet', dose: '4000' })])
    expect(trial.ask(much)).toMatchObject([{ code: 'unusualNotConfirmed', field: 'entries.list.a1.dose' }])
    trial.does({ ...much, confirmed: ['list.a1.dose'] } as RecordForm)
    expect(trial.codes(log(trial, [medicine('b2', { name: 'Ibux' })]))).toEqual([])
  })

  test('two people who add rows at once: the second one looks first, and both rows are there', () => {
    const trial = consented()
    trial.does(log(trial, [], { entries: { list: { rows: [paracetamol] as never } } }))
    const both = { ...log(trial, [medicine('c3', { name: 'Ibux' })]), expectedVersion: 0 } as RecordForm
    expect(trial.codes(both)).toEqual(['formChanged'])
    trial.does({ ...both, expectedVersion: 1 })
    expect(page(trial)?.items[0]?.rows?.map(({ row }) => row)).toEqual(['a1', 'c3'])
  })

  test('goes on through a new screening', () => {
    const trial = screened(newTrial(), { pain: { score: '4', sleeps: 'no' } })
    trial.does(log(trial, [paracetamol]))
    trial.does({ type: 'recordScreenFailure', note: '' })
    expect(trial.codes(log(trial, [medicine('b2', { name: 'Ibux' })]))).toEqual(['alreadyScreenFailed'])
    trial.does({ type: 'startRescreening', reason: 'worse pain' })
    expect(page(trial)).toMatchObject({ version: 1, items: [{ rows: [{ row: 'a1' }] }] })
    expect(trial.state.forms['screening/pain']).toBeUndefined()
  })

  test('R3-24: a rule reads its rows as they stand now: yes, no and not known', () => {
    const trial = infused(randomised(), 'day0')
    expect(stops(trial)).toContain('STOP02: unknown')
    trial.does(log(trial, [paracetamol], { entries: { list: { rows: [paracetamol] as never, complete: true } } }))
    expect(stops(trial)).toContain('STOP02: no')
    trial.does(log(trial, [medicine('b2', { name: 'Oxynorm', atc: 'N02AA05', ongoing: 'yes' })]))
    expect(stops(trial)).toContain('STOP02: yes')
    trial.does(log(trial, [medicine('b2', {}, { removed: true, reason: 'never taken' })]))
    expect(stops(trial)).toContain('STOP02: no')
    trial.does(log(trial, [medicine('c3', { name: 'Something', atc: 'N02', ongoing: 'yes' })]))
    expect(stops(trial)).toContain('STOP02: unknown')
  })

  test('after withdrawal nothing new is written, what is there may be corrected', () => {
    const trial = randomised()
    trial.does(log(trial, [paracetamol]))
    trial.does({ type: 'withdrawConsent', scope: 'everything', reason: '', day: trial.today })
    expect(trial.codes(log(trial, [medicine('b2', { name: 'Ibux' })]))).toEqual(['consentWithdrawn'])
    expect(trial.codes(log(trial, [medicine('a1', { dose: '250' }, { reason: 'misread' })]))).toEqual([])
  })
})

describe('an unscheduled visit', () => {
  const extra = (trial: Trial, more: object = {}): ParticipantCommand => ({
    type: 'recordUnscheduledVisit',
    day: trial.today,
    reason: 'fever at home',
    forms: ['blood', 'body'],
    ...more,
  })

  test('any number, each with its day, reason and forms, in the order of time', () => {
    const trial = infused(randomised(), 'day0')
    trial.today = '2026-09-20'
    trial.does(extra(trial), 'nurse')
    trial.does(extra(trial, { forms: ['safety'] }))
    const shown = participantView(study, trial.state, trial.context()).schedule
    expect(shown.map(({ id }) => id).slice(0, 4)).toEqual(['screening', 'day0', 'unscheduled1', 'unscheduled2'])
    expect(shown[2]).toMatchObject({
      title: { en: 'Unscheduled visit 1', nb: 'Ekstra besøk 1' },
      contact: 'unscheduled',
      state: 'done',
      day: '2026-09-20',
      reason: 'fever at home',
      formsMissing: [{ form: 'blood' }, { form: 'body' }],
    })
  })

  test('is refused without reason, without forms, with forms of no such visit, before consent, ahead of time', () => {
    const trial = consented()
    expect(trial.codes(extra(trial, { reason: ' ' }))).toEqual(['textMissing'])
    expect(trial.codes(extra(trial, { forms: [] }))).toEqual(['unscheduledFormsMissing'])
    expect(trial.codes(extra(trial, { forms: ['pain'] }))).toEqual(['formUnknown'])
    expect(trial.codes(extra(trial, { day: '2026-08-31' }))).toEqual(['dayBeforeConsent'])
    expect(trial.codes(extra(trial, { day: '2026-09-02' }))).toEqual(['dayInFuture'])
    expect(registered().codes(extra(registered()))).toEqual(['consentMissing'])
    expect(trial.codes(extra(trial, { encounter: 'unscheduled4' }))).toEqual(['encounterUnknown'])
    expect(trial.codes({ ...log(trial, []), encounter: 'unscheduled1', form: 'body' } as RecordForm)).toEqual([
      'encounterUnknown',
    ])
  })

  test('its values are the latest where a rule asks for the latest, on the same day too', () => {
    const before = infused(randomised(), 'day0')
    before.today = '2026-09-15'
    const trial = visiting(before, 'day14')
    const safety = (encounter: string, cancer: string): ParticipantCommand => ({
      type: 'recordForm',
      encounter,
      form: 'safety',
      day: trial.today,
      entries: { cancer: { typed: cancer } },
      expectedVersion: 0,
    })
    trial.does(extra(trial, { forms: ['safety'] }))
    trial.does(safety('unscheduled1', 'yes'))
    expect(stops(trial)).toContain('STOP01: yes')
  })

  test('R3-19: is corrected with a reason; a form filled in there stays chosen', () => {
    const trial = consented()
    trial.today = '2026-09-03'
    trial.does(extra(trial))
    const change = extra(trial, { encounter: 'unscheduled1', day: '2026-09-02', forms: ['blood'] })
    expect(trial.ask(change)).toMatchObject([{ code: 'textMissing', field: 'correction' }])
    trial.does({ ...change, correction: 'wrong day' } as ParticipantCommand)
    expect(trial.state.encounters.unscheduled1).toMatchObject({ visit: { day: '2026-09-02' }, forms: ['blood'] })
    trial.does({
      type: 'recordForm',
      encounter: 'unscheduled1',
      form: 'blood',
      day: '2026-09-02',
      laboratory: 'Lab A',
      entries: { haemoglobin: { typed: '140', unit: 'g/L' } },
      expectedVersion: 0,
    })
    expect(trial.codes({ ...change, forms: ['body'], correction: 'x' } as ParticipantCommand)).toEqual([
      'unscheduledFormFilled',
    ])
  })
})
