import { addDuration } from '@trialwright/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stockedStudy } from '../testing/stockedStudy.ts'
import { newTrial, randomised, visiting, type Trial } from '../testing/trial.ts'
import { accounts, sumOf } from './accounts.ts'
import type { Countable, SupplyCommand } from './commands.ts'
import type { VialsTaken } from './events.ts'
import { evolveStock, emptyStock, type StockState } from './state.ts'

/* Whatever people try, in whatever order: the ledger stays a ledger. */

type Step = (trial: Trial) => void

const lot = fc.constantFrom('L1', 'L2', 'L3', 'L4')
const shelf = fc.constantFrom<Countable>('quarantine', 'available', 'returned', 'wasted')
const vials = fc.integer({ min: 1, max: 9 })

const supplies: fc.Arbitrary<SupplyCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ batch: fc.constantFrom('A', 'B', 'C', 'D'), vials, days: fc.constantFrom(0, 20, 60, 400) })
      .map(({ batch, vials: count, days }) => ({
        type: 'receiveVials' as const,
        product: 'powder',
        brand: 'Remaxa',
        batch,
        // Each batch has its own last day, some of them soon.
        expiry: addDuration('2026-09-01', { value: days + batch.charCodeAt(0) - 65, unit: 'd' }),
        vials: count,
        shipment: 'S',
        coldChain: 'kept' as const,
      })),
  },
  { weight: 4, arbitrary: lot.map((id) => ({ type: 'releaseVials' as const, lot: id })) },
  {
    weight: 1,
    arbitrary: lot.map((id) => ({
      type: 'recordExcursion' as const,
      lots: [id],
      lowest: '1',
      highest: '12',
      minutes: 60,
      what: 'warm',
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ n: fc.integer({ min: 1, max: 3 }), decision: fc.constantFrom('release', 'destroy') })
      .map(({ n, decision }) => ({
        type: 'decideExcursion' as const,
        excursion: `X${n}`,
        decision: decision as 'release' | 'destroy',
        reason: 'data',
        witness: 'Ola',
      })),
  },
  ...(['wasteVials', 'sendBackVials', 'destroyVials'] as const).map((type) => ({
    weight: 1,
    arbitrary: fc
      .record({ lot, from: shelf, vials })
      .map((moved) => ({ type, ...moved, reason: 'so', witness: 'Ola' }) as SupplyCommand),
  })),
  { weight: 1, arbitrary: fc.constant({ type: 'bookGiven' as const }) },
)

const counts = fc.integer({ min: -2, max: 1 }).map(
  (off): Step =>
    (trial) => {
      const shelves = Object.values(trial.stock.lots).flatMap(({ id, balances }) =>
        (['quarantine', 'available', 'returned', 'wasted'] as const)
          .filter((account) => balances[account] > 0)
          .map((account, index) => ({
            lot: id,
            account,
            counted: Math.max(0, balances[account] + (index === 0 ? off : 0)),
            explanation: 'counted so',
          })),
      )
      trial.supply({ type: 'countStock', counts: shelves, witness: 'Ola' })
    },
)

/** A preparation of day 0, and what becomes of the bag. */
const bagsWith = (...extras: readonly number[]) =>
  fc.record({ extra: fc.constantFrom(...extras), fate: fc.constantFrom('none', 'waste', 'back', 'give') }).map(
    ({ extra, fate }): Step =>
      (trial) => {
        const encounter = 'day0'
        trial.ask({ type: 'requestPreparation', encounter })
        const needed = trial.arm === 'qzvactive' ? 4 : 0
        const reason = extra > 0 ? 'one broke' : undefined
        trial.prepare({ type: 'recordPreparation', encounter, batch: 'N', vialsOpened: needed + extra, reason })
        trial.prepare({ type: 'checkPreparation', encounter }, 'unblindedPharmacist', 'second')
        if (fate === 'waste') trial.prepare({ type: 'wasteBag', encounter, reason: 'leaks' })
        if (fate === 'none' || fate === 'waste') return
        trial.prepare({ type: 'handOver', encounter, to: 'Nora' })
        if (fate === 'back') trial.prepare({ type: 'takeBagBack', encounter, reason: 'fever' })
        else
          trial.ask({
            type: 'startInfusion',
            encounter,
            label: trial.state.treatment.infusions[encounter]?.label ?? '',
            time: '11:00',
          })
      },
  )

const walk = fc.array(
  fc.oneof(
    {
      weight: 10,
      arbitrary: supplies.map(
        (command): Step =>
          (trial) => {
            trial.supply(command)
          },
      ),
    },
    { weight: 1, arbitrary: counts },
    { weight: 3, arbitrary: bagsWith(0, 0, 1) },
  ),
  { minLength: 10, maxLength: 40, size: 'max' },
)

function taken(steps: readonly Step[], arm: string): Trial {
  const trial = newTrial(undefined, stockedStudy)
  trial.arm = arm
  visiting(randomised(trial), 'day0')
  for (const take of steps) take(trial)
  return trial
}

/** What the law of first expiry says of one taking, from the stock as it was before. */
function expectFirstExpiry({ lots }: StockState, { moves, at }: VialsTaken): void {
  const day = at.slice(0, 10)
  const used = new Set(moves.map(({ lot: id }) => id))
  for (const { lot: id, vials: count, from, to } of moves) {
    expect([from, to]).toEqual(['available', 'prepared'])
    expect(lots[id]!.expiry >= day).toBe(true)
    expect(count).toBeLessThanOrEqual(lots[id]!.balances.available)
  }
  // A lot that is left with something, or untouched, expires no sooner than any that was opened.
  const last = moves
    .map(({ lot: id }) => lots[id]!.expiry)
    .toSorted()
    .at(-1)
  for (const other of Object.values(lots)) {
    const left = other.balances.available - (moves.find(({ lot: id }) => id === other.id)?.vials ?? 0)
    if (last !== undefined && left > 0 && other.expiry >= day && !used.has(other.id))
      expect(other.expiry >= last).toBe(true)
  }
}

test('R3-29: every lot comes to zero after every step, nothing is below zero, and vials are taken first expiry first', () => {
  let takings = 0
  fc.assert(
    fc.property(walk, (steps) => {
      const { stockEvents } = taken(steps, 'qzvactive')
      stockEvents.reduce((before, event) => {
        if (event.type === 'VialsTaken') {
          expectFirstExpiry(before, event)
          takings += 1
        }
        const after = evolveStock(before, event)
        for (const { balances } of Object.values(after.lots)) {
          expect(sumOf(balances)).toBe(0)
          for (const account of accounts) if (account !== 'outside') expect(balances[account]).toBeGreaterThanOrEqual(0)
        }
        return after
      }, emptyStock)
    }),
    { seed: 11, numRuns: 300 },
  )
  expect(takings).toBeGreaterThan(50)
})

test('R3-10: whichever the arm, the same steps of a preparation leave as many events of the same kinds', () => {
  // Enough is in stock, so that both arms can be prepared.
  const filled = (trial: Trial) => {
    trial.supply({
      type: 'receiveVials',
      product: 'powder',
      brand: 'Remaxa',
      batch: 'Z',
      expiry: '2028-01-01',
      vials: 500,
      shipment: 'S',
      coldChain: 'kept',
    })
    trial.supply({ type: 'releaseVials', lot: 'L1' })
  }
  fc.assert(
    fc.property(fc.array(bagsWith(0), { minLength: 1, maxLength: 6 }), (steps) => {
      const [one, other] = ['qzvactive', 'wkxplacebo'].map((arm) => taken([filled, ...steps], arm)) as [Trial, Trial]
      const kinds = ({ unblinded, stockEvents }: Trial) =>
        [unblinded, stockEvents].map((all) => all.map(({ type }) => type))
      expect(kinds(one)).toEqual(kinds(other))
      expect(JSON.stringify(one.events)).toBe(JSON.stringify(other.events))
    }),
    { seed: 3, numRuns: 100 },
  )
})
