import { describe, expect, test } from 'vitest'
import { study } from '../testing/study.ts'
import {
  fill,
  infused,
  newTrial,
  randomised,
  ready,
  requested,
  running,
  visiting,
  type Trial,
} from '../testing/trial.ts'
import type { RecordPreparation } from './commands.ts'
import { decidePreparation } from './decide.ts'
import { drawLabel } from './label.ts'
import { pharmacyRows, pharmacyView } from './view.ts'

const prepare = (more: Partial<RecordPreparation> = {}): RecordPreparation => ({
  type: 'recordPreparation',
  encounter: 'day0',
  batch: 'B-77',
  vialsOpened: 4,
  secondPerson: 'Ola Nordmann',
  ...more,
})
const handOver = { type: 'handOver', encounter: 'day0' } as const

const codes = (trial: Trial, ...[command, role]: Parameters<Trial['prepare']>) =>
  trial.prepare(command, role).map(({ code }) => code)

const seen = (trial: Trial) =>
  pharmacyView(study, trial.state, trial.pharmacy, 'day0', trial.context('unblindedPharmacist'))

function given(arm = 'qzvactive'): Trial {
  const trial = newTrial()
  trial.arm = arm
  return requested(randomised(trial), 'day0')
}

describe('what to prepare', () => {
  test('75 kg at 5 mg/kg: 375 mg, 4 vials, 37.5 mL in a bag of 250', () => {
    expect(seen(given())).toMatchObject({
      arm: { id: 'qzvactive' },
      weight: 75,
      dose: 375,
      vials: 4,
      concentrate: 37.5,
      carrier: 212.5,
      bagVolume: 250,
      state: 'requested',
      toRecordPreparation: [],
    })
  })

  test('in the arm without a product, the carrier alone in the same volume', () => {
    const view = seen(given('wkxplacebo'))
    expect(view).toMatchObject({ vials: 0, concentrate: 0, carrier: 250, bagVolume: 250 })
    expect(view?.dose).toBeUndefined()
  })

  test('nothing before the site asks', () => {
    const trial = visiting(randomised(), 'day0')
    expect(seen(trial)).toBeUndefined()
    expect(pharmacyRows(study, trial.state, trial.pharmacy)).toEqual([])
    expect(codes(trial, prepare())).toEqual(['notRequested'])
  })
})

describe('preparing', () => {
  test('CTR-01: is kept with batch, vials and both persons, in the unblinded stream alone', () => {
    const trial = given()
    const before = trial.events.length
    expect(codes(trial, prepare())).toEqual([])
    expect(trial.events.length).toBe(before)
    expect(trial.unblinded.at(-1)).toMatchObject({
      type: 'PreparationRecorded',
      arm: 'qzvactive',
      dose: 375,
      batch: 'B-77',
      secondPerson: 'Ola Nordmann',
      by: { role: 'unblindedPharmacist' },
    })
  })

  test.each([
    [3, undefined, ['vialsTooFew']],
    [4, undefined, []],
    [5, undefined, ['vialsNeedReason']],
    [5, 'one broke', []],
    [-1, undefined, ['vialsInvalid']],
    [4.5, undefined, ['vialsInvalid']],
  ])('with %d vials opened (%s)', (vialsOpened, reason, expected) => {
    expect(codes(given(), prepare({ vialsOpened, reason }))).toEqual(expected)
  })

  test('is checked by a second person, and has its batch', () => {
    expect(codes(given(), prepare({ secondPerson: ' kari unblindedpharmacist ' }))).toEqual(['secondPersonIsFirst'])
    expect(codes(given(), prepare({ secondPerson: '', batch: ' ' }))).toEqual(['textMissing', 'textMissing'])
  })

  test('P11-10: once, on the day asked for, before the hand-over', () => {
    const trial = given()
    expect(codes(trial, handOver)).toEqual(['notPrepared'])
    trial.prepare(prepare())
    expect(codes(trial, prepare())).toEqual(['alreadyPrepared'])
    expect(codes(trial, handOver)).toEqual([])
    expect(codes(trial, handOver)).toEqual(['alreadyHandedOver'])
    const late = given()
    late.today = '2026-09-02'
    expect(codes(late, prepare())).toEqual(['requestExpired'])
  })

  test('is anew for a new request; the bag of yesterday does not count', () => {
    const trial = given()
    trial.prepare(prepare())
    trial.today = '2026-09-02'
    trial.does({ type: 'recordVisit', encounter: 'day0', day: '2026-09-02', reason: 'came again' })
    trial.does({ type: 'requestPreparation', encounter: 'day0' })
    expect(codes(trial, handOver)).toEqual(['notPrepared'])
    expect(codes(trial, prepare())).toEqual([])
  })

  test('stands still while treatment is held, and after it was stopped', () => {
    const held = given()
    held.does({ type: 'holdTreatment', reason: 'cough' })
    expect(codes(held, prepare())).toEqual(['treatmentHeld'])
    const stopped = given()
    stopped.does({ type: 'stopTreatment', reason: 'wish' })
    expect(codes(stopped, prepare())).toEqual(['treatmentStopped'])
    expect(seen(stopped)?.state).toBe('cancelled')
  })

  test('a weight taken back: nothing is prepared; a running infusion needs none', () => {
    const trial = given()
    trial.does({
      type: 'recordForm',
      encounter: 'day0',
      form: 'body',
      day: trial.today,
      entries: { weight: { typed: '', absent: 'notDone' } },
      reasons: { weight: 'scale broken' },
      expectedVersion: 1,
    })
    expect(codes(trial, prepare())).toEqual(['weightMissing'])
    expect(seen(trial)?.weight).toBeUndefined()
    expect(codes(running(randomised(), 'day0'), prepare())).toEqual(['alreadyGiven'])
  })

  test('R3-28: no blinded role prepares', () => {
    expect(codes(given(), prepare(), 'nurse')).toEqual(['roleMayNot'])
    expect(codes(given(), prepare(), 'unblindedPharmacist')).toEqual([])
  })

  test('a label the participant has had is refused; another is taken', () => {
    const trial = infused(randomised(), 'day0')
    trial.today = '2026-09-15'
    requested(trial, 'day14')
    const asked = (label: string) => {
      const context = { ...trial.context('unblindedPharmacist'), label }
      const decision = decidePreparation(study, trial.state, trial.pharmacy, prepare({ encounter: 'day14' }), context)
      return decision.ok ? [] : decision.refusals.map(({ code }) => code)
    }
    expect(asked(trial.state.treatment.infusions.day0!.label!)).toEqual(['labelTaken'])
    expect(asked(drawLabel((count) => new Uint8Array(count).fill(99)))).toEqual([])
  })
})

test('handing over gives the site a label and the weight, and nothing else', () => {
  const trial = ready(randomised(), 'day0')
  const { type, by, ...told } = trial.events.at(-1)!
  expect(type).toBe('MaskedInfusionReady')
  expect(Object.keys(told).toSorted()).toEqual(['at', 'encounter', 'label', 'weight'])
  expect(by.role).toBe('unblindedPharmacist')
  expect(seen(trial)).toMatchObject({ state: 'handedOver', label: trial.state.treatment.infusions.day0?.label })
})

test('a weight corrected after the preparation does not change the bag shown', () => {
  const trial = given()
  trial.prepare(prepare())
  trial.does(fill(trial, 'day0', 'body', { weight: '90' }))
  expect(seen(trial)).toMatchObject({ weight: 75, dose: 375, vials: 4 })
})

describe('a weight corrected after the bag was prepared', () => {
  const corrected = (trial: Trial, weight: string) => trial.does(fill(trial, 'day0', 'body', { weight }))

  test('R3-25: the bag is not handed over; put right again, it is', () => {
    const trial = given()
    trial.prepare(prepare())
    corrected(trial, '96')
    expect(codes(trial, handOver)).toEqual(['bagOfOtherWeight'])
    corrected(trial, '75')
    expect(codes(trial, handOver)).toEqual([])
  })

  test('R3-25: a bag handed over before is not started', () => {
    const trial = ready(randomised(), 'day0')
    const label = trial.state.treatment.infusions.day0?.label ?? ''
    const start = { type: 'startInfusion', encounter: 'day0', label, time: '10:00' } as const
    corrected(trial, '96')
    expect(trial.codes(start)).toEqual(['bagOfOtherWeight'])
    corrected(trial, '75')
    expect(trial.codes(start)).toEqual([])
  })

  test('no vial is opened while a rule holds the infusion', () => {
    const trial = given()
    trial.does(fill(trial, 'day0', 'body', { temperature: '39' }))
    expect(codes(trial, prepare())).toContain('holdRuleApplies')
  })
})
