import { answerOf, type Answer } from '../expression/answer.ts'
import { fact, NO_ROW, trialEvents, UNRECORDED, type EvaluationRecord, type Fact } from '../expression/fact.ts'
import type { CodedItem, ConditionNode, DateItem, NumberItem, NumberNode, TrialEvent } from '../expression/nodes.ts'
import { dateInterval, dayNumber } from '../value/calendar.ts'
import { scope } from './randomExpressions.ts'

/* A person by a few facts, for tables of single expressions over the small study. */

const at = 'latest' as const
export const now: NumberItem = { kind: 'numberItem', form: 'pain', item: 'now', at, unit: '{score}' }
export const worst: NumberItem = { ...now, item: 'worst' }
export const haemoglobin: NumberItem = { kind: 'numberItem', form: 'blood', item: 'haemoglobin', at, unit: 'g/L' }
export const walks: CodedItem = { kind: 'codedItem', form: 'pain', item: 'walks', at }
export const sleeps: CodedItem = { ...walks, item: 'sleeps' }
export const surgery: DateItem = { kind: 'dateItem', form: 'body', item: 'surgery', at }
export const born: DateItem = { kind: 'dateItem', form: 'person', item: 'birthDate', at }
export const points = (value: number) => ({ kind: 'constant', value, unit: '{score}' }) as const

export const known = (value: number): Fact => fact({ low: value, high: value })
export const from = (low: number, high: number): Fact => fact({ low, high })
export const code = (value: string): Fact => fact({ code: value })
/** A day, or the days of `2018-05` or `2018`. */
export const day = (iso: string): Fact => fact(dateInterval(iso) ?? {})
export const notKnown: Fact = fact({ skipped: true })
export const notApplicable: Fact = fact({
  low: Number.POSITIVE_INFINITY,
  high: Number.NEGATIVE_INFINITY,
  code: '',
  skipped: true,
})

/** Facts by item, all of the latest filling; today is 2026-06-15. */
export type Known = Readonly<Record<string, Fact>>

export function personWith(facts: Known, events: Readonly<Partial<Record<TrialEvent, string>>> = {}): EvaluationRecord {
  return {
    today: known(dayNumber('2026-06-15')),
    events: trialEvents.map((event) => (events[event] === undefined ? UNRECORDED : day(events[event]))),
    facts: scope.slots.map((slot) => (slot.at === at ? (facts[slot.item] ?? UNRECORDED) : UNRECORDED)),
  }
}

export const answer = (node: ConditionNode, facts: Known, events?: Parameters<typeof personWith>[1]): Answer =>
  answerOf(scope.condition(node)(personWith(facts, events), NO_ROW))

export function ends(node: NumberNode, facts: Known, events?: Parameters<typeof personWith>[1]): readonly number[] {
  const { low, high } = scope.number(node)
  const record = personWith(facts, events)
  return [low(record, NO_ROW), high(record, NO_ROW)]
}
