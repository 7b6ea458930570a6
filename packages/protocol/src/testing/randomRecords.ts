import * as fc from 'fast-check'
import { fact, trialEvents, UNRECORDED, type EvaluationRecord, type Fact } from '../expression/fact.ts'
import { dayNumber } from '../value/calendar.ts'
import { nextAbove, nextBelow } from '../value/interval.ts'
import { scope } from './randomExpressions.ts'

/* Random, half-known people for random expressions. */

const absent: readonly Fact[] = [
  UNRECORDED,
  fact({ skipped: true }),
  fact({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, code: '', skipped: true }),
]

const orAbsent = (known: fc.Arbitrary<Fact>): fc.Arbitrary<Fact> =>
  fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: fc.constantFrom(...absent) })

/** A point, an interval, a value below or above what was measured, or none. */
const numberFact = (most: number): fc.Arbitrary<Fact> => {
  const value = fc.oneof(
    fc.integer({ min: 0, max: most }),
    fc.integer({ min: 0, max: most * 10 }).map((n) => n / 10),
  )
  const ends = fc.oneof(
    value.map((low) => ({ low, high: low })),
    fc.tuple(value, value).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
    value.map((limit) => ({ low: nextAbove(limit), high: Number.POSITIVE_INFINITY })),
    value.map((limit) => ({ low: Number.NEGATIVE_INFINITY, high: nextBelow(limit) })),
  )
  const limits = fc.constantFrom(
    { refLow: most / 3, refHigh: most / 2 },
    { refLow: Number.NEGATIVE_INFINITY, refHigh: most / 2 },
    { refLow: Number.NaN, refHigh: Number.NaN },
  )
  return orAbsent(fc.tuple(ends, limits).map(([end, limit]) => fact({ ...end, ...limit })))
}

/** Days of two common years and a leap year, with the ends of months and 29 February among them. */
const day = fc.oneof(
  fc.integer({ min: dayNumber('2023-01-01'), max: dayNumber('2025-12-31') }),
  fc
    .constantFrom('2023-01-31', '2023-02-28', '2024-01-31', '2024-02-29', '2024-03-31', '2025-02-28', '1996-02-29')
    .map(dayNumber),
)
const pointDay = day.map((low) => fact({ low, high: low }))
const dateFact = orAbsent(
  fc.oneof(
    pointDay,
    fc.tuple(day, fc.integer({ min: 1, max: 365 })).map(([low, length]) => fact({ low, high: low + length })),
  ),
)

const codedFact = (...codes: readonly string[]): fc.Arbitrary<Fact> =>
  orAbsent(fc.constantFrom(...codes).map((code) => fact({ code })))

const rowsFact = fc.oneof(
  fc.constant(UNRECORDED),
  fc.constant(fact({ skipped: true })),
  fc
    .record({
      rows: fc.array(fc.tuple(codedFact('one', 'two'), numberFact(10)), { maxLength: 3 }),
      complete: fc.boolean(),
    })
    .map((parts) => fact(parts)),
)

const factFor = (slot: { form: string; item: string }): fc.Arbitrary<Fact> => {
  const { type } = scope.item(slot.form, slot.item)
  if (type === 'repeat') return rowsFact
  if (type === 'yesNo' || type === 'coded')
    return codedFact(...Object.keys(scope.item(slot.form, slot.item).codes ?? {}))
  return type === 'date' ? dateFact : numberFact(slot.form === 'pain' ? 10 : 400)
}

export const records: fc.Arbitrary<EvaluationRecord> = fc
  .record({
    facts: fc.tuple(...scope.slots.map(factFor)),
    today: pointDay,
    events: fc.tuple(...trialEvents.map(() => fc.oneof(pointDay, fc.constant(UNRECORDED)))),
  })
  .map((record): EvaluationRecord => record)

/** The record with more known: intervals narrowed, some of what was not recorded recorded. What was said to be absent stays. */
export function learned(record: EvaluationRecord, luck: readonly number[]): EvaluationRecord {
  let next = 0
  const chance = () => luck[next++ % luck.length] as number
  const narrowed = (known: Fact): Fact => {
    const share = chance()
    if (known.rows !== undefined) return fact({ ...known, rows: known.rows.map((row) => row.map(narrowed)) })
    if (known.skipped || share < 0.2 || !(known.low < known.high)) return known
    if (!Number.isFinite(known.high))
      return fact({ ...known, low: known.low + 10 * share, high: known.low + 10 * share })
    if (!Number.isFinite(known.low))
      return fact({ ...known, low: known.high - 10 * share, high: known.high - 10 * share })
    const value = known.low + Math.floor(share * (known.high - known.low + 1))
    return value > known.high ? known : fact({ ...known, low: value, high: value })
  }
  const happened = (known: Fact): Fact => {
    if (known !== UNRECORDED || chance() < 0.5) return known
    const low = dayNumber('2024-02-29') + Math.floor(400 * chance())
    return fact({ low, high: low })
  }
  return {
    today: record.today,
    events: record.events.map(happened),
    facts: record.facts.map((known, index) => (known === UNRECORDED ? late(index, chance()) : narrowed(known))),
  }
}

/** A value for an item nobody had recorded, or nothing yet. */
function late(index: number, share: number): Fact {
  const slot = scope.slots[index]
  if (slot === undefined || share < 0.3) return UNRECORDED
  const { type, codes } = scope.item(slot.form, slot.item)
  if (type === 'repeat')
    return fact({ rows: [[fact({ code: 'one' }), fact({ low: 9, high: 9 })]], complete: share < 0.6 })
  if (codes !== undefined) return fact({ code: Object.keys(codes)[share < 0.6 ? 0 : 1] as string })
  if (type === 'date') {
    const low = dayNumber('2023-06-15') + Math.floor(900 * share)
    return fact({ low, high: low })
  }
  const value = Math.floor(share * (slot.form === 'pain' ? 10 : 400))
  return fact({ low: value, high: value, refLow: 130, refHigh: 200 })
}
