import { describe, expect, test } from 'vitest'
import { stockedStudy } from '../testing/stockedStudy.ts'
import { study } from '../testing/study.ts'
import { newTrial, type Trial } from '../testing/trial.ts'
import type { DestroyVials, ReceiveVials, SupplyCommand } from './commands.ts'
import { decideSupply } from './decide.ts'
import { emptyStock } from './state.ts'
import { stockView } from './view.ts'

const receive = (more: Partial<ReceiveVials> = {}): ReceiveVials => ({
  type: 'receiveVials',
  product: 'powder',
  brand: 'Remaxa',
  batch: 'A1',
  expiry: '2027-03-31',
  vials: 10,
  shipment: 'S-1',
  coldChain: 'kept',
  ...more,
})
const release = (lot = 'L1', reason?: string) => ({ type: 'releaseVials', lot, reason }) as const
const excursion = (more: object = {}): SupplyCommand => ({
  type: 'recordExcursion',
  lots: ['L1'],
  lowest: '4',
  highest: '12.5',
  minutes: 90,
  what: 'door ajar',
  ...more,
})
const decide = (decision: 'release' | 'destroy', more: object = {}): SupplyCommand => ({
  type: 'decideExcursion',
  excursion: 'X1',
  decision,
  reason: 'stability data',
  witness: 'Ola Nordmann',
  ...more,
})
const destroy = (more: Partial<DestroyVials> = {}): DestroyVials => ({
  type: 'destroyVials',
  lot: 'L1',
  from: 'available',
  vials: 3,
  reason: 'expired',
  witness: 'Ola Nordmann',
  ...more,
})

const codes = (trial: Trial, command: SupplyCommand, ...who: [role?: 'nurse', site?: string]) =>
  trial.supply(command, who[0], who[1]).map(({ code }) => code)
const balances = (trial: Trial, lot = 'L1') => trial.stock.lots[lot]?.balances

/** Ten vials of one lot, released. */
function stocked(): Trial {
  const trial = newTrial(undefined, stockedStudy)
  for (const command of [receive(), release()]) expect(codes(trial, command)).toEqual([])
  return trial
}

describe('R3-29 receiving and releasing', () => {
  test('given a delivery, then its vials are in quarantine until they are released', () => {
    const trial = newTrial(undefined, stockedStudy)
    expect(codes(trial, receive())).toEqual([])
    expect(balances(trial)).toMatchObject({ outside: -10, quarantine: 10, available: 0 })
    expect(codes(trial, release())).toEqual([])
    expect(balances(trial)).toMatchObject({ outside: -10, quarantine: 0, available: 10 })
    expect(codes(trial, release())).toEqual(['nothingInQuarantine'])
    expect(codes(trial, release('L9'))).toEqual(['lotUnknown'])
    expect(codes(trial, release('toString'))).toEqual(['lotUnknown'])
  })

  test('given more of a batch, then it joins its lot; another brand is another lot', () => {
    const trial = stocked()
    expect(codes(trial, receive({ vials: 5, batch: ' a1 ' }))).toEqual([])
    expect(balances(trial)).toMatchObject({ quarantine: 5, available: 10 })
    expect(codes(trial, receive({ brand: 'Flixor' }))).toEqual([])
    expect(Object.keys(trial.stock.lots)).toEqual(['L1', 'L2'])
  })

  test.each<[Partial<ReceiveVials>, string[]]>([
    [{ product: 'other' }, ['productUnknown']],
    [{ brand: ' ' }, ['textMissing']],
    [{ batch: '' }, ['textMissing']],
    [{ expiry: '2026-08-31' }, ['lotExpired']],
    [{ expiry: '2026-09-01' }, []],
    [{ expiry: '2026-02-30' }, ['dateInvalid']],
    [{ vials: 0 }, ['vialCountInvalid']],
    [{ vials: 1.5 }, ['vialCountInvalid']],
    [{ vials: 10_000 }, ['vialCountInvalid']],
    [{ vials: 9999 }, []],
    [{ shipment: '' }, ['textMissing']],
  ])('given a delivery with %o, then %o', (more, expected) => {
    const trial = newTrial(undefined, stockedStudy)
    expect(codes(trial, receive(more))).toEqual(expected)
    expect(trial.stock.version).toBe(expected.length === 0 ? 1 : 0)
  })

  test('given a known batch with another expiry, then the box or the ledger is wrong', () => {
    expect(codes(stocked(), receive({ expiry: '2027-04-30' }))).toEqual(['batchDiffers'])
  })

  test.each(['broken', 'notLogged'] as const)('given a cold chain %s, then a release needs its reason', (coldChain) => {
    const trial = newTrial(undefined, stockedStudy)
    trial.supply(receive({ coldChain }))
    expect(codes(trial, release())).toEqual(['releaseNeedsReason'])
    expect(codes(trial, release('L1', 'the maker accepts it'))).toEqual([])
    trial.supply(receive())
    expect(codes(trial, release())).toEqual([])
  })

  test('given a lot that expired in quarantine, then it is not released', () => {
    const trial = newTrial(undefined, stockedStudy)
    trial.supply(receive({ expiry: '2026-09-10' }))
    trial.today = '2026-09-11'
    expect(codes(trial, release())).toEqual(['lotExpired'])
  })
})

describe('a temperature excursion', () => {
  test('given one, then its lots wait in quarantine, and nothing else moves them', () => {
    const trial = stocked()
    trial.supply(receive({ vials: 2 }))
    expect(codes(trial, excursion())).toEqual([])
    expect(balances(trial)).toMatchObject({ quarantine: 12, available: 0 })
    expect(codes(trial, release())).toEqual(['excursionOpen'])
    expect(codes(trial, destroy({ from: 'quarantine' }))).toEqual(['excursionOpen'])
    expect(codes(trial, excursion())).toEqual(['excursionOpen'])
  })

  test('given a release, then what was in use is again, and what waited before goes on waiting', () => {
    const trial = stocked()
    trial.supply(receive({ vials: 2 }))
    trial.supply(excursion())
    expect(codes(trial, decide('release'))).toEqual([])
    expect(balances(trial)).toMatchObject({ quarantine: 2, available: 10 })
    expect(codes(trial, decide('release'))).toEqual(['excursionDecided'])
  })

  test('given destruction before a witness, then all of it is gone', () => {
    const trial = stocked()
    trial.supply(receive({ vials: 2 }))
    trial.supply(excursion())
    expect(codes(trial, decide('destroy', { witness: undefined }))).toEqual(['textMissing'])
    expect(codes(trial, decide('destroy', { witness: 'Kari unblindedPharmacist' }))).toEqual(['witnessIsYou'])
    expect(codes(trial, decide('destroy', { reason: '' }))).toEqual(['textMissing'])
    expect(codes(trial, decide('destroy'))).toEqual([])
    expect(balances(trial)).toMatchObject({ quarantine: 0, available: 0, destroyed: 12 })
  })

  test('given a lot that expired meanwhile, then it is not released', () => {
    const trial = newTrial(undefined, stockedStudy)
    trial.supply(receive({ expiry: '2026-09-10' }))
    trial.supply(release())
    trial.supply(excursion())
    trial.today = '2026-09-11'
    expect(codes(trial, decide('release'))).toEqual(['lotExpired'])
    expect(codes(trial, decide('destroy'))).toEqual([])
  })

  test.each<[object, string[]]>([
    [{ lots: [] }, ['lotUnknown']],
    [{ lots: ['L2'] }, ['lotUnknown']],
    [{ lowest: '2', highest: '8' }, ['noExcursion']],
    [{ lowest: '1.9', highest: '8' }, []],
    [{ lowest: '9', highest: '8.5' }, ['lowestAboveHighest']],
    [{ highest: 'warm' }, ['notANumber']],
    [{ highest: '99' }, ['numberOutOfRange']],
    [{ minutes: 0 }, ['minutesInvalid']],
    [{ what: '' }, ['textMissing']],
  ])('given %o, then %o', (more, expected) => {
    expect(codes(stocked(), excursion(more))).toEqual(expected)
  })

  test('given one nobody recorded, then there is nothing to decide', () => {
    expect(codes(stocked(), decide('release'))).toEqual(['excursionUnknown'])
    expect(codes(stocked(), decide('release', { excursion: 'constructor' }))).toEqual(['excursionUnknown'])
  })
})

describe('leaving', () => {
  test('given vials broken, sent back and destroyed, then each is where it is said to be', () => {
    const trial = stocked()
    expect(codes(trial, { type: 'wasteVials', lot: 'L1', from: 'available', vials: 1, reason: 'dropped' })).toEqual([])
    expect(codes(trial, { type: 'sendBackVials', lot: 'L1', from: 'available', vials: 4, reason: 'recall' })).toEqual(
      [],
    )
    expect(codes(trial, destroy({ from: 'wasted', vials: 1 }))).toEqual([])
    expect(codes(trial, destroy({ vials: 5 }))).toEqual([])
    expect(balances(trial)).toMatchObject({ available: 0, wasted: 0, sentBack: 4, destroyed: 6, outside: -10 })
  })

  test.each<[Partial<DestroyVials>, string[]]>([
    [{ vials: 11 }, ['notThatMany']],
    [{ vials: 10 }, []],
    [{ vials: 0 }, ['vialCountInvalid']],
    [{ from: 'returned' }, ['notThatMany']],
    [{ lot: 'L7' }, ['lotUnknown']],
    [{ reason: '' }, ['textMissing']],
    [{ witness: '' }, ['textMissing']],
    [{ witness: 'a-unblindedPharmacist' }, ['witnessIsYou']],
  ])('given a destruction of %o, then %o', (more, expected) => {
    expect(codes(stocked(), destroy(more))).toEqual(expected)
  })

  test('given vials in a bag, then nobody sends them back or wastes them from there', () => {
    const from = 'prepared' as 'available'
    expect(codes(stocked(), { type: 'wasteVials', lot: 'L1', from, vials: 1, reason: 'x' })).toEqual(['notThatMany'])
  })
})

describe('counting', () => {
  const count = (counted: number, explanation?: string, more: object = {}): SupplyCommand => ({
    type: 'countStock',
    counts: [{ lot: 'L1', account: 'available', counted, explanation }],
    witness: 'Ola Nordmann',
    ...more,
  })

  test('given the ledger’s number, then nothing moves', () => {
    const trial = stocked()
    expect(codes(trial, count(10))).toEqual([])
    expect(trial.stockEvents.at(-1)).toMatchObject({ type: 'StockCounted', moves: [], lines: [{ expected: 10 }] })
  })

  test('given fewer, then the difference is explained and missing; found again, it comes back', () => {
    const trial = stocked()
    expect(codes(trial, count(8))).toEqual(['countUnexplained'])
    expect(codes(trial, count(8, 'not found'))).toEqual([])
    expect(balances(trial)).toMatchObject({ available: 8, missing: 2 })
    expect(codes(trial, count(9, 'one was behind the box'))).toEqual([])
    expect(balances(trial)).toMatchObject({ available: 9, missing: 1 })
    expect(codes(trial, count(11, 'two more'))).toEqual(['countAboveRecord'])
  })

  test('given a shelf left out, twice or of no lot, then the count is not taken', () => {
    const trial = stocked()
    const line = { lot: 'L1', account: 'available', counted: 10 } as const
    expect(codes(trial, count(10, undefined, { counts: [] }))).toEqual(['countIncomplete'])
    expect(codes(trial, count(10, undefined, { counts: [line, line] }))).toEqual(['countTwice'])
    expect(codes(trial, count(10, undefined, { counts: [line, { ...line, lot: 'L8' }] }))).toEqual(['lotUnknown'])
    expect(codes(trial, count(-1))).toEqual(['vialCountInvalid'])
    expect(codes(trial, count(10, undefined, { witness: 'Kari unblindedPharmacist' }))).toEqual(['witnessIsYou'])
  })

  test('given an open excursion, then its vials are counted but not explained away', () => {
    const trial = stocked()
    trial.supply(excursion())
    const counts = [{ lot: 'L1', account: 'quarantine', counted: 9, explanation: 'gone' }]
    expect(codes(trial, count(9, 'gone', { counts }))).toEqual(['excursionOpen'])
  })
})

test('B1 R3-28: nobody blinded moves stock, nor anybody of another site; a study without stock has none', () => {
  const trial = stocked()
  expect(codes(trial, receive(), 'nurse')).toEqual(['roleMayNot'])
  expect(codes(trial, receive(), undefined, 'south')).toEqual(['otherSite'])
  const context = { ...trial.context('unblindedPharmacist'), started: new Set<string>() }
  expect(decideSupply(study, emptyStock, receive(), context)).toMatchObject({ refusals: [{ code: 'noSupply' }] })
})

test('what is shown of the stock: lots by expiry, what waits, the ledger newest first', () => {
  const trial = stocked()
  trial.supply(receive({ batch: 'B2', expiry: '2026-09-20', vials: 2 }))
  trial.supply(release('L2'))
  trial.supply(receive({ batch: 'C3', expiry: '2026-12-31', vials: 3, coldChain: 'broken' }))
  trial.supply(destroy({ lot: 'L1', vials: 10 }))
  const look = { site: 'north', today: '2026-09-01', started: new Set<string>() }
  const view = stockView(stockedStudy, trial.stock, look)!
  expect(
    view.lots.map(({ lot, standing, doubtful, onSite, difference }) => [lot, standing, doubtful, onSite, difference]),
  ).toEqual([
    ['L2', 'soon', false, 2, 0],
    ['L3', 'quarantine', true, 3, 0],
    ['L1', 'gone', false, 0, 0],
  ])
  expect(view.shelves).toEqual([
    { lot: 'L2', account: 'available', expected: 2 },
    { lot: 'L3', account: 'quarantine', expected: 3 },
  ])
  expect(view.ledger.map(({ type }) => type)).toEqual([
    'VialsDestroyed',
    'VialsReceived',
    'VialsReleased',
    'VialsReceived',
    'VialsReleased',
    'VialsReceived',
  ])
  expect(view.ledger[0]).toMatchObject({
    number: 6,
    witness: 'Ola Nordmann',
    moves: [{ batch: 'A1', to: 'destroyed' }],
  })
  expect(stockView(study, trial.stock, look)).toBeUndefined()
  const expired = stockView(stockedStudy, trial.stock, { ...look, today: '2026-09-21' })!
  expect(expired.lots[0]).toMatchObject({ lot: 'L2', standing: 'expired' })
})
