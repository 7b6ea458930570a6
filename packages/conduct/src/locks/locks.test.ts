import fc from 'fast-check'
import { runs } from '@trialwright/test-support'
import { describe, expect, test } from 'vitest'
import { formView } from '../forms/view.ts'
import type { ParticipantCommand } from '../participant/commands.ts'
import { participantSummary } from '../participant/summary.ts'
import { recordHash, recordOf } from '../signatures/record.ts'
import { evolveStudy } from '../study/state.ts'
import { study } from '../testing/study.ts'
import { fill, newTrial, openState, randomised, running, screened, type Trial, visiting } from '../testing/trial.ts'
import { taken, walk } from '../testing/walk.ts'
import type { Extent } from './extent.ts'
import { closureViews } from './view.ts'

const freeze = (extent: Extent) => ({ type: 'freezeData', extent, reason: 'under review' }) as const
const unfreeze = (extent: Extent) => ({ type: 'unfreezeData', extent, reason: 'reviewed' }) as const
const lock = (extent: Extent, override?: string) =>
  ({ type: 'lockData', extent, reason: 'final', ...(override === undefined ? {} : { override }) }) as const
const unlock = (extent: Extent) => ({ type: 'unlockData', extent, reason: 'a mistake was found' }) as const

const frozen = (trial: Trial, extent: Extent): Trial => {
  trial.does(freeze(extent), 'monitor')
  return trial
}

const weighs = (trial: Trial, encounter = 'screening') => fill(trial, encounter, 'body', { weight: '80' })
const heats = (trial: Trial) => fill(trial, 'screening', 'body', { temperature: '37.1' })
const bleeds = (trial: Trial) => fill(trial, 'screening', 'blood', { haemoglobin: '141' })

describe('a freeze closes what lies within it, and nothing beside it', () => {
  test.each<[string, Extent, (trial: Trial) => readonly ParticipantCommand[], (trial: Trial) => ParticipantCommand[]]>([
    ['the participant', {}, (t) => [weighs(t), bleeds(t), { type: 'confirmEligibility' }], () => []],
    [
      'a visit',
      { encounter: 'screening' },
      (t) => [weighs(t), bleeds(t), { type: 'recordVisit', encounter: 'screening', day: t.today, reason: 'x' }],
      () => [{ type: 'confirmEligibility' }],
    ],
    ['a form', { encounter: 'screening', form: 'body' }, (t) => [weighs(t), heats(t)], (t) => [bleeds(t)]],
    [
      'an item',
      { encounter: 'screening', form: 'body', item: 'weight' },
      (t) => [weighs(t)],
      (t) => [heats(t), bleeds(t)],
    ],
  ])('%s', (_, extent, within, beside) => {
    const trial = frozen(screened(), extent)
    for (const command of within(trial)) expect(trial.codes(command)).toEqual(['dataFrozen'])
    for (const command of beside(trial)) expect(trial.codes(command)).toEqual([])
    trial.does(unfreeze(extent), 'dataManager')
    expect(trial.codes(weighs(trial))).toEqual([])
  })

  test('given a freeze, when a value is entered, then the refusal says what, by whom, when, why and what to do', () => {
    const trial = frozen(screened(), { encounter: 'screening', form: 'body', item: 'weight' })
    expect(trial.ask(weighs(trial))).toMatchObject([
      {
        code: 'dataFrozen',
        field: 'entries.weight',
        reason: {
          en: 'Frozen by Kari monitor on 1 Sep 2026 (Screening visit › Body › Weight): under review',
          nb: 'Frosset av Kari monitor 01.09.2026 (Screeningbesøk › Body › Weight): under review',
        },
        remedy: { en: expect.stringContaining('monitor'), nb: expect.stringContaining('monitoren') },
      },
    ])
  })

  test('given an item frozen, when another of the form is saved beside the same value again, then it is saved', () => {
    const trial = frozen(screened(), { encounter: 'screening', form: 'body', item: 'weight' })
    expect(trial.codes(fill(trial, 'screening', 'body', { weight: '75', temperature: '37.2' }))).toEqual([])
  })

  test('the form says so beforehand, and a reader of images is told no words that were not about its own form', () => {
    const trial = frozen(screened(), {})
    const page = formView(study, trial.state, 'screening', 'body', trial.context('nurse'))
    expect(page?.toRecord.map(({ code }) => code)).toEqual(['dataFrozen'])
    expect(page?.closed).toMatchObject([{ level: 'participant', kind: 'frozen', reason: 'under review' }])
    const read = formView(study, trial.state, 'screening', 'scan', trial.context('mriReader'))
    expect(read?.closed).toMatchObject([{ level: 'participant', reason: '' }])
    expect(JSON.stringify(read)).not.toContain('under review')
    expect(
      JSON.stringify(trial.ask(fill(trial, 'screening', 'scan', { day: '2026-08-30' }), 'mriReader')),
    ).not.toContain('under review')
  })

  test('is made once, where the study has such a place, and lifted where it was made', () => {
    const trial = frozen(screened(), { encounter: 'screening' })
    expect(trial.codes(freeze({ encounter: 'screening', form: 'body' }), 'dataManager')).toEqual(['alreadyClosed'])
    expect(trial.codes(unfreeze({ encounter: 'screening', form: 'body' }), 'dataManager')).toEqual(['notFrozenHere'])
    for (const extent of [
      { encounter: 'nowhere' },
      { encounter: 'screening', form: 'safety' },
      { encounter: 'screening', form: 'body', item: 'height' },
    ])
      expect(trial.codes(freeze(extent), 'dataManager')).toEqual(['placeUnknown'])
    expect(trial.codes({ ...freeze({}), reason: ' ' }, 'dataManager')).toEqual(['textMissing'])
    for (const role of ['investigator', 'coordinator', 'inspector', 'administrator'] as const)
      expect(trial.codes(freeze({}), role)).toEqual(['roleMayNot'])
  })
})

describe('no freeze or lock stands in the way of', () => {
  const treated = (): Trial => {
    const trial = running(randomised(), 'day0')
    trial.does(lock({}, 'to see'), 'dataManager')
    return trial
  }

  test.each<[string, ParticipantCommand]>([
    [
      'a reaction',
      { type: 'recordReaction', encounter: 'day0', time: '12:00', grade: 3, signs: 'rash', action: 'stop' },
    ],
    ['an observation', { type: 'recordObservation', encounter: 'day0', time: '12:00', vitals: { pulse: '70' } }],
    ['interrupting an infusion', { type: 'interruptInfusion', encounter: 'day0', time: '12:00', reason: 'rash' }],
    ['ending an infusion', { type: 'endInfusion', encounter: 'day0', time: '12:00', volumeGiven: '250' }],
    ['holding treatment', { type: 'holdTreatment', reason: 'cough' }],
    ['stopping treatment', { type: 'stopTreatment', reason: 'wish' }],
    ['withdrawing', { type: 'withdrawConsent', scope: 'everything', reason: '', day: '2026-09-01' }],
    [
      'what has leaked',
      {
        type: 'recordAccidentalUnblinding',
        learner: 'participant',
        who: 'p',
        day: '2026-09-01',
        how: 'h',
        assessment: 'a',
        actions: 'n',
      },
    ],
  ])('%s', (_, command) => {
    expect(treated().codes(command)).toEqual([])
  })

  test('but treating goes on only where nothing is closed', () => {
    const trial = frozen(visiting(randomised(), 'day0'), {})
    expect(trial.codes({ type: 'requestPreparation', encounter: 'day0' })).toEqual(['dataFrozen'])
  })

  test('signatures: what is frozen is reviewed and signed', () => {
    const trial = frozen(screened(), {})
    const seen = recordHash(study, trial.state, 'screening')
    expect(trial.codes({ type: 'signVisit', encounter: 'screening', seen })).toEqual([])
  })
})

describe('a lock', () => {
  const extent = { encounter: 'screening' }

  test('given something open, then it is refused with the list, and locked all the same with a reason that is kept', () => {
    const trial = screened()
    const refused = trial.ask(lock(extent), 'dataManager')
    expect(refused).toMatchObject([{ code: 'lockHasOpen', field: 'override' }])
    expect(refused[0]!.reason.en).toContain('without the investigator’s signature: 1')
    trial.does(lock(extent, 'the investigator has left'), 'dataManager')
    expect(trial.events.at(-1)).toMatchObject({
      type: 'DataLocked',
      overridden: { reason: 'the investigator has left', open: [{ line: 'unsignedVisits', count: 1 }] },
    })
    expect(trial.codes(weighs(trial))).toEqual(['dataLocked'])
  })

  test('given nothing open, then it needs no other reason; unlocked with one, data change again and void what was signed', () => {
    const trial = screened()
    trial.does({ type: 'signVisit', encounter: 'screening', seen: recordHash(study, trial.state, 'screening') })
    trial.does(lock(extent), 'dataManager')
    expect(trial.events.at(-1)).not.toHaveProperty('overridden')
    trial.does(unlock(extent), 'dataManager')
    trial.does(weighs(trial))
    expect(trial.ask(lock(extent), 'dataManager')[0]!.reason.en).toContain('no longer stand: 1')
  })

  test('replaces a freeze, and is lifted by its own key alone', () => {
    const trial = frozen(screened(), extent)
    trial.does(lock(extent, 'x'), 'dataManager')
    expect(closureViews({ study, state: trial.state, context: trial.context() })).toMatchObject([{ kind: 'locked' }])
    expect(trial.codes(unfreeze(extent), 'dataManager')).toEqual(['notFrozenHere'])
    expect(trial.codes(unlock(extent), 'monitor')).toEqual(['roleMayNot'])
    const usual = trial.context
    trial.context = (...who) => ({ ...usual(...who), passwordChecked: false })
    expect(trial.codes(unlock(extent), 'dataManager')).toEqual(['passwordNotChecked'])
  })

  test('the checklist of a participant stands in the row of the list', () => {
    const trial = screened(newTrial(), { pain: null })
    const { open } = participantSummary(study, trial.state, trial.context())
    expect(open).toEqual([
      { line: 'openVisits', count: 5 },
      { line: 'missingForms', count: 1 },
      { line: 'unsignedVisits', count: 1 },
      { line: 'unsignedCasebook', count: 1 },
    ])
  })
})

describe('R3-07 R3-09 a correction after the lock', () => {
  const asks = { type: 'proposeCorrection', encounter: 'screening', form: 'body', reason: 'transposed' } as const
  const approves = { type: 'approveCorrection', encounter: 'screening', form: 'body' } as const
  const closed = (): Trial => {
    const trial = screened()
    const by = { account: 'dm', name: 'D', role: 'dataManager' as const }
    trial.studyState = [
      { type: 'DatabaseLocked' as const, at: '2026-09-01T10:00:00Z', by, note: '' },
      { type: 'UnblindingProposed' as const, at: '2026-09-01T10:00:00Z', by, note: '' },
      { type: 'UnblindingConfirmed' as const, at: '2026-09-01T10:00:00Z', by },
    ].reduce(evolveStudy, openState)
    return trial
  }

  test('given an unblinded study, then a value changes once, with a reason, the investigator’s approval, and a trace', () => {
    const trial = closed()
    expect(trial.codes(weighs(trial))).toEqual(['databaseLocked'])
    trial.does(asks, 'dataManager')
    expect(trial.codes(weighs(trial))).toEqual(['databaseLocked'])
    trial.does(approves)
    expect(trial.codes(bleeds(trial))).toEqual(['databaseLocked'])
    const unexplained = { ...weighs(trial), reasons: {} } as ParticipantCommand
    expect(trial.codes(unexplained)).toEqual(['correctionNeedsReason'])
    trial.does(weighs(trial), 'coordinator')
    expect(trial.events.slice(-3).map(({ type }) => type)).toEqual([
      'CorrectionProposed',
      'CorrectionApproved',
      'FormRecorded',
    ])
    expect(trial.codes(fill(trial, 'screening', 'body', { weight: '90' }))).toEqual(['databaseLocked'])
  })

  test('is asked for once, only where something is locked, approved by an investigator who signs, and may be withdrawn', () => {
    expect(screened().codes(asks, 'dataManager')).toEqual(['nothingLocked'])
    const trial = closed()
    expect(trial.codes(approves)).toEqual(['correctionNotAsked'])
    trial.does(asks, 'dataManager')
    expect(trial.codes(asks, 'dataManager')).toEqual(['correctionAsked'])
    expect(trial.codes(approves, 'dataManager')).toEqual(['roleMayNot'])
    trial.does(approves)
    expect(trial.codes(approves)).toEqual(['correctionApproved'])
    trial.does({ ...approves, type: 'withdrawCorrection', reason: 'not needed' }, 'dataManager')
    expect(trial.codes(weighs(trial))).toEqual(['databaseLocked'])
  })
})

const extents: readonly Extent[] = [
  {},
  { encounter: 'screening' },
  { encounter: 'day0' },
  { encounter: 'day14' },
  { encounter: 'screening', form: 'body' },
  { encounter: 'day0', form: 'body', item: 'weight' },
]

test('under random courses nothing within a freeze changes but what a person’s safety and will ask for', () => {
  const parts = fc.tuple(walk, fc.nat({ max: 40 }), fc.constantFrom(...extents))
  fc.assert(
    fc.property(parts, ([steps, at, extent]) => {
      const trial = taken(steps.slice(0, at))
      if (trial.ask(freeze(extent), 'dataManager').length > 0) return
      const within = () => {
        const { forms } = trial.state
        const own = Object.values(forms).filter(
          ({ encounter }) => extent.encounter === undefined || encounter === extent.encounter,
        )
        if (extent.item !== undefined)
          return JSON.stringify(own.flatMap(({ form, values }) => (form === extent.form ? [values[extent.item!]] : [])))
        if (extent.form !== undefined) return JSON.stringify(own.filter(({ form }) => form === extent.form))
        const visits =
          extent.encounter === undefined ? trial.state.encounters : trial.state.encounters[extent.encounter]
        return JSON.stringify([own, visits])
      }
      const before = within()
      const attempt = trial.state.screening.attempt
      for (const take of steps.slice(at)) take(trial)
      if (trial.state.screening.attempt === attempt) expect(within()).toBe(before)
    }),
    runs(40),
  )
})

test('a frozen whole leaves the signed casebook as it was', () => {
  const trial = screened()
  trial.does({ type: 'withdrawConsent', scope: 'everything', reason: '', day: trial.today })
  trial.does({ type: 'signCasebook', seen: recordHash(study, trial.state) })
  frozen(trial, {})
  const before = JSON.stringify(recordOf(study, trial.state))
  for (const command of [weighs(trial), bleeds(trial)]) trial.ask(command)
  expect(JSON.stringify(recordOf(study, trial.state))).toBe(before)
})
