import { describe, expect, test } from 'vitest'
import { study } from '../testing/study.ts'
import { confirmed, fill, newTrial, openState, randomised, screened } from '../testing/trial.ts'
import { screeningView } from './view.ts'
import { initialStudy } from '../study/state.ts'

const confirm = { type: 'confirmEligibility' } as const
const fail = (note = '') => ({ type: 'recordScreenFailure', note }) as const
const notEnoughPain = { pain: { score: '4', sleeps: 'no' } }

describe('confirming eligibility', () => {
  test('every criterion met: the event holds each answer and the values behind it, and the signature', () => {
    const trial = confirmed()
    const { criteria, signature } = trial.state.screening.confirmed!
    expect(criteria.map(({ id, standing }) => `${id} ${standing}`)).toEqual([
      'IN01 met',
      'IN02 met',
      'EX01 met',
      'EX02 met',
      'EX03 met',
    ])
    expect(criteria[1]!.used).toMatchObject([{ shown: { en: '6' }, date: '2026-09-01', encounter: 'screening' }])
    expect(signature).toEqual({
      account: 'a-investigator',
      printedName: 'Kari investigator',
      at: '2026-09-01T12:00:00.000Z',
      meaning: 'confirmsEligibility',
    })
  })

  test('P11-10: one criterion not met, and one not known, are refused by name', () => {
    const failing = screened(newTrial(), notEnoughPain)
    expect(failing.ask(confirm)).toMatchObject([
      { code: 'notEligible', reason: { nb: expect.stringContaining('IN02') } },
    ])
    const open = screened(newTrial(), { judgement: null })
    expect(open.ask(confirm)).toMatchObject([
      { code: 'eligibilityUndecided', reason: { en: expect.stringContaining('EX02') } },
    ])
  })

  test('not applicable stands in nobody’s way', () => {
    const man = screened(newTrial(), { person: { born: '1980-05-04', sex: 'male' } })
    expect(man.codes(confirm)).toEqual([])
  })

  test('a laboratory without limits leaves the criterion open', () => {
    const trial = screened()
    trial.ranges = []
    expect(trial.ask(confirm)).toMatchObject([
      { code: 'eligibilityUndecided', reason: { en: expect.stringContaining('EX03') } },
    ])
  })

  test('P11-19: needs the password again', () => {
    const trial = screened()
    const context = { ...trial.context(), passwordChecked: false }
    trial.context = () => context
    expect(trial.codes(confirm)).toEqual(['passwordNotChecked'])
  })

  test('only an investigator', () => {
    expect(screened().codes(confirm, 'coordinator')).toEqual(['roleMayNot'])
  })

  test('again only when a value it rests on has changed', () => {
    const trial = confirmed()
    expect(trial.codes(confirm)).toEqual(['eligibilityAlreadyConfirmed'])
    trial.does(fill(trial, 'screening', 'pain', { score: '7' }))
    expect(trial.codes(confirm)).toEqual([])
  })
})

describe('randomisation', () => {
  const randomise = { type: 'randomise' } as const

  test('P11-10: asks for the slot of the site’s stratum, and says nothing of the arm', () => {
    const trial = randomised()
    expect(trial.events.at(-1)).toEqual({
      type: 'ParticipantRandomised',
      at: '2026-09-01T12:00:00.000Z',
      by: { account: 'a-investigator', name: 'Kari investigator', role: 'investigator' },
      day: '2026-09-01',
      stratum: 'north',
      number: 'R-NOR-001',
    })
    expect(trial.codes(randomise)).toEqual(['alreadyRandomised'])
  })

  test('P11-10: refused unsigned', () => {
    expect(screened().codes(randomise)).toEqual(['eligibilityNotConfirmed'])
  })

  test('refused when what was signed no longer holds, or is no longer known', () => {
    const trial = confirmed()
    trial.does(fill(trial, 'screening', 'pain', { score: '4' }))
    expect(trial.codes(randomise)).toEqual(['notEligible'])
    const another = confirmed()
    another.does({
      type: 'recordForm',
      encounter: 'screening',
      form: 'judgement',
      day: another.today,
      entries: { unfit: { typed: '', absent: 'notKnown' } },
      reasons: { unfit: 'withdrew the judgement' },
      expectedVersion: 1,
    })
    expect(another.codes(randomise)).toEqual(['eligibilityUndecided'])
  })

  test('a clock: the scan of 28 days ago still counts, of 29 no more, and none is not known', () => {
    const trial = confirmed()
    trial.today = '2026-09-29'
    expect(trial.codes(randomise)).toEqual([])
    const late = confirmed()
    late.today = '2026-09-30'
    expect(late.ask(randomise)).toMatchObject([{ code: 'requirementNotMet', remedy: { nb: 'Ta et nytt bilde.' } }])
    const none = screened(newTrial(), { scan: null })
    none.does(confirm)
    expect(none.codes(randomise)).toEqual(['requirementUndecided'])
  })

  test('refused while study or site is closed', () => {
    const trial = confirmed()
    trial.studyState = { ...openState, sites: {} }
    expect(trial.codes(randomise)).toEqual(['siteNotOpen'])
    trial.studyState = initialStudy
    expect(trial.codes(randomise)).toEqual(['studyNotOpen'])
  })
})

describe('screen failure', () => {
  test('computes its reasons', () => {
    const trial = screened(newTrial(), notEnoughPain)
    trial.does(fail())
    expect(trial.state.screening.failed).toMatchObject({ criteria: ['IN02'], note: '' })
    expect(trial.codes(confirm)).toEqual(['alreadyScreenFailed'])
  })

  test('without a failed criterion somebody says why', () => {
    expect(screened().codes(fail(' '))).toEqual(['screenFailureUnexplained'])
    expect(screened().codes(fail('moved abroad'))).toEqual([])
  })

  test('re-screening asks everything anew, and keeps what was', () => {
    const trial = screened(newTrial(), notEnoughPain)
    expect(trial.codes({ type: 'startRescreening', reason: 'x' })).toEqual(['notScreenFailed'])
    trial.does(fail())
    expect(trial.codes({ type: 'startRescreening', reason: ' ' })).toEqual(['textMissing'])
    trial.does({ type: 'startRescreening', reason: 'more pain now' })
    expect(trial.state).toMatchObject({ forms: {}, encounters: {}, screening: { attempt: 2 } })
    expect(trial.state.earlier[0]?.forms['screening/pain']?.values.score?.[0]?.entry).toMatchObject({ value: 4 })
    expect(trial.codes(confirm)).toEqual(['eligibilityUndecided'])
  })
})

describe('the screening page', () => {
  test('shows each answer with its reason, what is unknown, and what to ask next', () => {
    const trial = screened(newTrial(), { judgement: null })
    const view = screeningView(study, trial.state, trial.context())
    expect(view.verdict).toBe('undecided')
    expect(view.criteria.map(({ id, answer }) => `${id} ${answer}`)).toEqual([
      'IN01 yes',
      'IN02 yes',
      'EX01 no',
      'EX02 unknown',
      'EX03 no',
    ])
    expect(view.criteria[1]?.because.used[0]?.shown.en).toBe('6')
    expect(view.nextQuestions[0]).toMatchObject({
      form: 'judgement',
      item: 'unfit',
      encounter: 'screening',
      couldSettle: ['EX02'],
    })
    expect(view.toConfirm.map(({ code }) => code)).toEqual(['eligibilityUndecided'])
    expect(view.toRandomise.map(({ code }) => code)).toEqual(['eligibilityNotConfirmed', 'eligibilityUndecided'])
  })

  test('after randomisation it stays as it was then', () => {
    const trial = randomised()
    trial.today = '2026-09-20'
    trial.does(fill(trial, 'day0', 'blood', { haemoglobin: '90' }))
    const view = screeningView(study, trial.state, trial.context())
    expect(view).toMatchObject({
      verdict: 'eligible',
      randomised: { number: 'R-NOR-001' },
      confirmed: { outdated: false },
    })
  })

  test('a signature over values that changed is shown as outdated', () => {
    const trial = confirmed()
    trial.does(fill(trial, 'screening', 'pain', { score: '4' }))
    expect(screeningView(study, trial.state, trial.context()).confirmed?.outdated).toBe(true)
  })
})
