import { describe, expect, test } from 'vitest'
import type { ParticipantCommand } from '../participant/commands.ts'
import type { Role } from '../roles.ts'
import { study } from '../testing/study.ts'
import { confirmed, consented, fill, infused, randomised, registered, screened, typed } from '../testing/trial.ts'
import type { RecordForm } from './commands.ts'
import { formView } from './view.ts'

const pain = (entries: RecordForm['entries'], more: Partial<RecordForm> = {}): ParticipantCommand => ({
  type: 'recordForm',
  encounter: 'screening',
  form: 'pain',
  day: '2026-09-01',
  entries,
  expectedVersion: 0,
  ...more,
})

describe('first entries', () => {
  test('keep what was typed beside what it was read as', () => {
    const trial = consented()
    trial.language = 'nb'
    trial.does(fill(trial, 'screening', 'body', { weight: '75,5' }))
    expect(trial.events.at(-1)).toMatchObject({
      type: 'FormRecorded',
      changes: [{ item: 'weight', entry: { typed: '75,5', value: 75.5, unit: 'kg' } }],
    })
  })

  test('P11-10: not before consent, nor on a day before it, nor in the future', () => {
    expect(registered().codes(pain(typed({ score: '6' })))).toEqual(['consentMissing'])
    expect(consented().codes(pain(typed({ score: '6' }), { day: '2026-08-31' }))).toEqual(['dayBeforeConsent'])
    expect(consented().codes(pain(typed({ score: '6' }), { day: '2026-09-02' }))).toEqual(['dayInFuture'])
    expect(consented().codes(pain(typed({ score: '6' }), { day: '2026-02-30' }))).toEqual(['dateInvalid'])
  })

  test('every wrong entry is named at once, each with its field', () => {
    const trial = consented()
    const refusals = trial.ask(pain({ ...typed({ score: '11', sleeps: 'maybe' }), mood: { typed: 'good' } }))
    expect(refusals.map(({ field }) => field)).toEqual(['entries.score', 'entries.sleeps', 'entries.mood'])
    expect(trial.state.version).toBe(2)
  })

  test('of forms that are not there, or not yet', () => {
    const trial = consented()
    expect(trial.codes(pain(typed({ score: '6' }), { form: 'safety' }))).toEqual(['formUnknown'])
    expect(trial.codes(pain(typed({ score: '6' }), { encounter: 'nowhere' }))).toEqual(['encounterUnknown'])
    expect(trial.codes(pain(typed({ score: '6' }), { encounter: 'day14' }))).toEqual(['encounterNotYetOpen'])
  })

  test('an unusual value is asked about, and kept once confirmed', () => {
    const trial = consented()
    const heavy = fill(trial, 'screening', 'body', { weight: '160', temperature: '36.8' }) as RecordForm
    expect(trial.ask(heavy)).toMatchObject([{ code: 'unusualNotConfirmed', field: 'entries.weight' }])
    expect(trial.codes({ ...heavy, confirmed: ['temperature'] })).toEqual(['unusualNotConfirmed'])
    trial.does({ ...heavy, confirmed: ['weight'] })
    expect(trial.state.forms['screening/body']?.values.weight?.[0]?.confirmedUnusual).toBe(true)
  })

  test('each form by its own people', () => {
    const trial = consented()
    expect(trial.codes(fill(trial, 'screening', 'scan', { day: '2026-09-01' }), 'nurse')).toEqual(['formNotForRole'])
    expect(trial.codes(fill(trial, 'screening', 'judgement', { unfit: 'no' }), 'coordinator')).toEqual([
      'formNotForRole',
    ])
    expect(trial.codes(fill(trial, 'screening', 'body', { weight: '75' }), 'mriReader')).toEqual(['formNotForRole'])
    expect(trial.codes(fill(trial, 'screening', 'pain', { score: '6' }), 'nurse')).toEqual([])
  })

  test('laboratory results name their laboratory, other forms do not', () => {
    const trial = consented()
    const { laboratory: _, ...without } = fill(trial, 'screening', 'blood', { haemoglobin: '140' }) as RecordForm
    expect(trial.codes(without)).toEqual(['laboratoryMissing'])
    expect(trial.codes(pain(typed({ score: '6' }), { laboratory: 'Lab A' }))).toEqual(['laboratoryNotExpected'])
  })

  test.each([
    ['no', 'no', ['itemNotApplicable']],
    ['yes', 'yes', []],
    ['', 'unknown', []],
  ])('an item asked of some: with %s it applies %s', (sleeps, applies, codes) => {
    const trial = infused(randomised(), 'day0')
    trial.today = '2026-09-15'
    const asked: RecordForm['entries'] = {
      sleeps: sleeps === '' ? { typed: '', absent: 'notKnown' } : { typed: sleeps },
    }
    const reasons = { sleeps: 'asked again' }
    trial.does(
      pain(sleeps === 'no' ? {} : asked, { expectedVersion: 1, day: '2026-09-15', reasons: { ...reasons, day: 'x' } }),
    )
    const view = formView(study, trial.state, 'day14', 'sleep', trial.context())
    expect(view?.items[0]).toMatchObject({ item: 'hours', applies, missing: applies !== 'no' })
    expect(trial.codes(fill(trial, 'day14', 'sleep', { hours: '5' }))).toEqual(codes)
  })

  test('a form that does not concern the participant is not filled in', () => {
    const trial = infused(randomised(), 'day0')
    trial.does(fill(trial, 'screening', 'person', { sex: 'male' }))
    expect(trial.codes(fill(trial, 'month1', 'urine', { result: 'no' }))).toEqual(['encounterNotApplicable'])
  })
})

describe('R3-19: corrections', () => {
  test('need a reason; the old value stays, with who and when', () => {
    const trial = screened()
    const correction = pain(typed({ score: '7' }), { expectedVersion: 1 }) as RecordForm
    expect(trial.ask(correction)).toMatchObject([{ code: 'correctionNeedsReason', field: 'reasons.score' }])
    expect(trial.codes({ ...correction, reasons: { score: '  ' } })).toEqual(['correctionNeedsReason'])
    trial.does({ ...correction, reasons: { score: 'misread' } })
    const view = formView(study, trial.state, 'screening', 'pain', trial.context())
    const score = view?.items.find(({ item }) => item === 'score')
    expect(score?.shown?.en).toBe('7')
    expect(score?.history.map(({ shown, reason, version }) => [shown.en, reason, version])).toEqual([
      ['6', undefined, 1],
      ['7', 'misread', 2],
    ])
  })

  test('P11-08: the same answer typed otherwise changes nothing', () => {
    const trial = screened()
    expect(trial.codes(pain(typed({ score: ' 6 ' }), { expectedVersion: 1 }))).toEqual(['nothingToRecord'])
  })

  test('two persons at once: the second one compares first', () => {
    const trial = screened()
    trial.does(pain(typed({ since: '2019' }), { expectedVersion: 1 }), 'nurse')
    expect(trial.ask(pain(typed({ since: '2020' }), { expectedVersion: 1 }))).toMatchObject([
      { code: 'formChanged', field: 'expectedVersion' },
    ])
    expect(
      trial.codes(pain(typed({ since: '2020' }), { expectedVersion: 2, reasons: { since: 'knows now' } })),
    ).toEqual([])
  })

  test('of the day and the laboratory need a reason too', () => {
    const trial = screened()
    trial.today = '2026-09-02'
    expect(trial.ask(pain({}, { day: '2026-09-02', expectedVersion: 1 }))).toMatchObject([
      { code: 'correctionNeedsReason', field: 'reasons.day' },
    ])
    trial.does(pain({}, { day: '2026-09-02', expectedVersion: 1, reasons: { day: 'filled in today' } }))
    expect(trial.state.forms['screening/pain']?.day).toBe('2026-09-02')
    expect(trial.events.at(-1)).toMatchObject({
      corrected: { day: { previous: '2026-09-01', reason: 'filled in today' } },
    })
  })

  test('a value can become absent, with its reason', () => {
    const trial = confirmed()
    trial.does(
      pain(
        { score: { typed: '', absent: 'refused' } },
        { expectedVersion: 1, reasons: { score: 'wrong participant' } },
      ),
    )
    expect(trial.codes({ type: 'randomise' })).toEqual(['eligibilityUndecided'])
  })
})

describe('the form page', () => {
  test('R3-11: a reader of images sees the forms of readers alone', () => {
    const trial = consented()
    const seenBy = (role: Role, form: string) =>
      formView(study, trial.state, 'screening', form, trial.context(role)) !== undefined
    expect([seenBy('mriReader', 'scan'), seenBy('mriReader', 'blood'), seenBy('mriReader', 'pain')]).toEqual([
      true,
      false,
      false,
    ])
    expect([seenBy('monitor', 'scan'), seenBy('monitor', 'blood')]).toEqual([true, true])
  })

  test('of another form is none', () => {
    const trial = consented()
    expect(formView(study, trial.state, 'screening', 'safety', trial.context())).toBeUndefined()
    expect(formView(study, trial.state, 'nowhere', 'pain', trial.context())).toBeUndefined()
  })

  test('before the first filling: version 0, what is missing, laboratories with limits', () => {
    const trial = consented()
    const view = formView(study, trial.state, 'screening', 'blood', trial.context())
    expect(view).toMatchObject({ version: 0, laboratories: ['Lab A'], toRecord: [] })
    expect(view?.items.find(({ item }) => item === 'haemoglobin')).toEqual({
      item: 'haemoglobin',
      applies: 'yes',
      missing: true,
      history: [],
    })
  })

  test('says what stands in the way for the person looking', () => {
    const trial = consented()
    const view = formView(study, trial.state, 'screening', 'pain', trial.context('monitor'))
    expect(view?.toRecord.map(({ code }) => code)).toEqual(['roleMayNot', 'formNotForRole'])
  })
})
