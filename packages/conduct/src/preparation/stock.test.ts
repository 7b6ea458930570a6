import { describe, expect, test } from 'vitest'
import { participantSummary } from '../participant/summary.ts'
import { comingOf, forecast } from '../supply/forecast.ts'
import { mayNeed } from '../supply/mayNeed.ts'
import { stockedStudy } from '../testing/stockedStudy.ts'
import { newTrial, randomised, requested, type Trial } from '../testing/trial.ts'
import type { PreparationCommand, RecordPreparation } from './commands.ts'
import { pharmacyView } from './view.ts'

const prepare = (more: Partial<RecordPreparation> = {}): RecordPreparation => ({
  type: 'recordPreparation',
  encounter: 'day0',
  batch: 'NACL-1',
  vialsOpened: 4,
  ...more,
})
const check = { type: 'checkPreparation', encounter: 'day0' } as const
const handOver = { type: 'handOver', encounter: 'day0', to: 'Nora Sykepleier' } as const
const takeBack = { type: 'takeBagBack', encounter: 'day0', reason: 'fever' } as const
const waste = { type: 'wasteBag', encounter: 'day0', reason: 'leaks' } as const

const codes = (trial: Trial, command: PreparationCommand, account?: string) =>
  trial.prepare(command, 'unblindedPharmacist', account).map(({ code }) => code)
const seen = (trial: Trial) => {
  const context = { ...trial.context('unblindedPharmacist'), stock: trial.stock }
  return pharmacyView(stockedStudy, trial.state, trial.pharmacy, 'day0', context)!
}
const balances = (trial: Trial, lot = 'L1') => trial.stock.lots[lot]!.balances

function deliver(trial: Trial, batch: string, expiry: string, vials: number): void {
  const box = { product: 'powder', brand: 'Remaxa', shipment: 'S', coldChain: 'kept' } as const
  trial.supply({ type: 'receiveVials', ...box, batch, expiry, vials })
  trial.supply({ type: 'releaseVials', lot: `L${Object.keys(trial.stock.lots).length}` })
}

/** Asked for, with 3 vials that expire soon and 10 that do not. */
function given(arm = 'qzvactive'): Trial {
  const trial = newTrial(undefined, stockedStudy)
  trial.arm = arm
  deliver(trial, 'LATE', '2028-01-01', 10)
  deliver(trial, 'SOON', '2026-09-01', 3)
  return requested(randomised(trial), 'day0')
}

describe('vials from the stock', () => {
  test('CTR-01: are taken first expiry first, on the last day of use too, and stand with the preparation', () => {
    const trial = given()
    expect(seen(trial).picks).toMatchObject([
      { lot: 'L2', batch: 'SOON', vials: 3 },
      { lot: 'L1', batch: 'LATE', vials: 1 },
    ])
    expect(codes(trial, prepare())).toEqual([])
    expect(trial.unblinded.at(-1)).toMatchObject({ batch: 'NACL-1', taken: [{ batch: 'SOON' }, { batch: 'LATE' }] })
    expect([balances(trial, 'L2'), balances(trial)]).toMatchObject([
      { available: 0, prepared: 3 },
      { available: 9, prepared: 1 },
    ])
  })

  test('are refused when other lots are to be taken by now than were shown', () => {
    expect(codes(given(), prepare({ picks: [{ lot: 'L1', vials: 4 }] }))).toEqual(['pickChanged'])
    const shown = [
      { lot: 'L2', vials: 3 },
      { lot: 'L1', vials: 1 },
    ]
    expect(codes(given(), prepare({ picks: shown }))).toEqual([])
  })

  test('never come from quarantine or past their day; too few are refused, as the page says beforehand', () => {
    const trial = newTrial(undefined, stockedStudy)
    deliver(trial, 'SOON', '2026-09-01', 3)
    trial.supply({
      type: 'receiveVials',
      product: 'powder',
      brand: 'Remaxa',
      batch: 'B',
      shipment: 'S',
      coldChain: 'kept',
      expiry: '2028-01-01',
      vials: 50,
    })
    requested(randomised(trial), 'day0')
    expect(codes(trial, prepare())).toEqual(['stockTooSmall'])
    expect(seen(trial).toRecordPreparation.map(({ code }) => code)).toEqual(['stockTooSmall'])
    expect(seen(trial).picks).toEqual([])
  })

  test('are none where nothing is dissolved, and yet the same is recorded', () => {
    const trial = given('wkxplacebo')
    expect(seen(trial).picks).toEqual([])
    expect(codes(trial, prepare({ vialsOpened: 1, reason: 'x' }))).toEqual(['vialsNotForThis'])
    expect(codes(trial, prepare({ vialsOpened: 0 }))).toEqual([])
    expect(trial.stockEvents.at(-1)).toMatchObject({ type: 'VialsTaken', code: 'NOR-001', moves: [] })
  })
})

describe('the second person', () => {
  test('R3-28: checks under an account of their own before the hand-over', () => {
    const trial = given()
    expect(codes(trial, check)).toEqual(['notPrepared'])
    trial.prepare(prepare())
    expect(codes(trial, handOver)).toEqual(['notChecked'])
    expect(codes(trial, check)).toEqual(['secondPersonIsFirst'])
    expect(codes(trial, check, 'second')).toEqual([])
    expect(codes(trial, check, 'third')).toEqual(['alreadyChecked'])
    expect(seen(trial).prepared).toMatchObject({ secondPerson: 'second' })
  })

  test('the bag is handed to somebody named, and not to oneself', () => {
    const trial = given()
    trial.prepare(prepare())
    trial.prepare(check, 'unblindedPharmacist', 'second')
    expect(codes(trial, { ...handOver, to: undefined })).toEqual(['textMissing'])
    expect(codes(trial, { ...handOver, to: 'Kari unblindedPharmacist' })).toEqual(['receiverIsYou'])
    expect(codes(trial, handOver)).toEqual([])
    expect(JSON.stringify(trial.events)).not.toContain('Nora')
    expect(seen(trial).handedOver).toMatchObject({ to: 'Nora Sykepleier' })
  })
})

/** Prepared and checked, and handed over if wanted. */
function bag(arm = 'qzvactive', there = true): Trial {
  const trial = given(arm)
  trial.prepare(prepare({ vialsOpened: arm === 'qzvactive' ? 4 : 0 }))
  trial.prepare(check, 'unblindedPharmacist', 'second')
  if (there) trial.prepare(handOver)
  return trial
}

describe('a bag that is not given', () => {
  test('goes back: the label starts nothing any more, the vials are returned, another can be prepared', () => {
    const trial = bag()
    const { label } = trial.state.treatment.infusions['day0']!
    expect(codes(trial, waste)).toEqual(['alreadyHandedOver'])
    expect(codes(trial, { ...takeBack, reason: '' })).toEqual(['textMissing'])
    expect(codes(trial, takeBack)).toEqual([])
    expect(trial.state.treatment.infusions['day0']).toMatchObject({ status: 'requested' })
    expect(trial.codes({ type: 'startInfusion', encounter: 'day0', label: label!, time: '11:00' })).toEqual([
      'infusionNotReady',
    ])
    expect(balances(trial, 'L2')).toMatchObject({ prepared: 0, returned: 3 })
    expect(codes(trial, takeBack)).toEqual(['notPrepared'])
    expect(codes(trial, prepare())).toEqual([])
  })

  test('is discarded before it leaves, without a word to the site', () => {
    const trial = bag('qzvactive', false)
    const before = trial.events.length
    expect(codes(trial, takeBack)).toEqual(['notHandedOver'])
    expect(codes(trial, waste)).toEqual([])
    expect(trial.events.length).toBe(before)
    expect(balances(trial, 'L2')).toMatchObject({ prepared: 0, wasted: 3 })
    expect(seen(trial)).toMatchObject({ state: 'requested', discarded: { how: 'wasted' } })
  })

  test('can go back on another day and after treatment was stopped; its vials are not forgotten for a new bag', () => {
    const trial = bag()
    trial.today = '2026-09-02'
    trial.does({ type: 'recordVisit', encounter: 'day0', day: '2026-09-02', reason: 'came again' })
    trial.does({ type: 'requestPreparation', encounter: 'day0' })
    expect(codes(trial, prepare())).toEqual(['earlierBagThere'])
    trial.does({ type: 'stopTreatment', reason: 'wish' })
    expect(codes(trial, takeBack)).toEqual([])
  })

  test('was given: then it neither comes back nor is discarded, and is booked once', () => {
    const trial = bag()
    const label = trial.state.treatment.infusions['day0']?.label ?? ''
    expect(trial.supply({ type: 'bookGiven' }).map(({ code }) => code)).toEqual(['nothingToRecord'])
    trial.does({ type: 'startInfusion', encounter: 'day0', label, time: '11:00' })
    expect(codes(trial, takeBack)).toEqual(['alreadyGiven'])
    expect(trial.supply({ type: 'bookGiven' })).toEqual([])
    expect(balances(trial, 'L2')).toMatchObject({ prepared: 0, administered: 3 })
    expect(trial.supply({ type: 'bookGiven' }).map(({ code }) => code)).toEqual(['nothingToRecord'])
  })
})

describe('the forecast', () => {
  const look = (trial: Trial) =>
    forecast(
      stockedStudy,
      trial.stock,
      [comingOf(stockedStudy, { state: trial.state, unblinded: trial.pharmacy }, trial.context())],
      trial.context(),
    )!.products[0]!

  test('counts the infusions of the product’s arm to the horizon, and the days on which vials still last', () => {
    const trial = given()
    // Days 0 and 14 fall within 30 days; on day 14 what expires on day 0 is gone.
    expect(look(trial)).toMatchObject({ needed: 8, usable: 13, reserve: 4, toOrder: 0 })
    expect(look(trial).infusions.map(({ day, vials }) => [day, vials])).toEqual([
      ['2026-09-01', 4],
      ['2026-09-15', 4],
    ])
    trial.supply({ type: 'sendBackVials', lot: 'L1', from: 'available', vials: 6, reason: 'recall' })
    expect(look(trial)).toMatchObject({ usable: 7, shortFrom: '2026-09-15', toOrder: 5 })
  })

  test('needs nothing for the other arm, for a bag that is made, or once treatment has stopped', () => {
    expect(look(given('wkxplacebo'))).toMatchObject({ needed: 0, toOrder: 0, infusions: [] })
    expect(look(bag()).infusions.map(({ encounter }) => encounter)).toEqual(['day14'])
    const stopped = given()
    stopped.does({ type: 'stopTreatment', reason: 'wish' })
    expect(look(stopped)).toMatchObject({ needed: 0 })
  })

  test('leaves out only participants whose row says that they need nothing', () => {
    const may = (trial: Trial) =>
      mayNeed(stockedStudy, participantSummary(stockedStudy, trial.state, trial.context()), trial.today)
    const stopped = given()
    stopped.does({ type: 'stopTreatment', reason: 'wish' })
    const screened = newTrial(undefined, stockedStudy)
    for (const trial of [given(), given('wkxplacebo'), bag()]) expect(may(trial)).toBe(true)
    for (const trial of [stopped, screened]) {
      expect(may(trial)).toBe(false)
      expect(look(trial).infusions).toEqual([])
    }
  })
})
