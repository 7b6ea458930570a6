import type { CompiledItem } from './compiled.ts'
import { answerOf, type Answer } from './expression/answer.ts'
import type { Found, Reason, UsedNode } from './expression/explain.ts'
import { NO_ROW, UNRECORDED, type EvaluationRecord, type Fact, type FactRow } from './expression/fact.ts'
import type { Scope } from './expression/meaning.ts'
import type { Every, Some } from './expression/nodes.ts'
import { quantityWords, stateItem } from './expression/say.ts'
import type { Text } from './text.ts'
import { formatEntry } from './value/format.ts'

/** A value an answer rests on, as a person reads it. */
export interface UsedValue {
  readonly form?: string
  readonly item?: string
  readonly label: Text
  readonly shown: Text
  readonly status: 'known' | 'absent' | 'unrecorded'
  /** Local day of the visit or sample it was recorded for. */
  readonly date?: string
  readonly encounter?: string
  /** The laboratory's limits it was compared with, in words. */
  readonly limits?: Text
  /** Which row of a repeating group it stands in. */
  readonly row?: Text
}

/** An answer with its reasons, plain data in both languages. */
export interface Explanation {
  readonly answer: Answer
  /** Which row of a repeating group this part is about. */
  readonly row?: Text
  readonly statement: Text
  readonly used: readonly UsedValue[]
  readonly parts: readonly Explanation[]
}

const notRecorded: Text = { en: 'not recorded', nb: 'ikke registrert' }

/** The reason in words, with the values it rests on as they stand in the record it was asked of. */
export const render = (reason: Reason, record: EvaluationRecord, scope: Scope): Explanation =>
  renderAt(reason, record, NO_ROW, scope)

function renderAt(reason: Reason, record: EvaluationRecord, row: FactRow, scope: Scope, named?: Text): Explanation {
  const { why, answer, parts } = reason
  const node = why.node
  return {
    answer: answerOf(answer),
    ...(named === undefined ? {} : { row: named }),
    statement: why.statement,
    used: why.used.map((used, index) => ({
      ...usedValue(used, why.reads[index]?.(record, row) ?? UNRECORDED, scope),
      ...(named === undefined ? {} : { row: named }),
    })),
    parts:
      node.kind === 'some' || node.kind === 'every'
        ? renderRows(reason, node, record, row, scope)
        : parts.map((part) => renderAt(part, record, row, scope, named)),
  }
}

/** The rows that decide: those that answer as the whole does, where there are any, each by its name. */
function renderRows(
  { why, answer, parts }: Reason,
  node: Some | Every,
  record: EvaluationRecord,
  row: FactRow,
  scope: Scope,
): readonly Explanation[] {
  const { rows } = why.rows?.(record, row) ?? UNRECORDED
  const group = scope.item(node.form, node.group)
  const named = parts.map((part, index) => ({
    part,
    row: rows?.[index] ?? row,
    name: rowName(group, rows?.[index], index),
  }))
  const deciding = named.filter(({ part }) => part.answer === answer)
  return (deciding.length > 0 ? deciding : named).map((each) => renderAt(each.part, record, each.row, scope, each.name))
}

/** What its fixed column says (an endplate), else its place in the list. */
function rowName(group: CompiledItem, row: FactRow | undefined, index: number): Text {
  const column = (group.columns ?? []).findIndex(({ id }) => id === group.rowFor)
  const item = group.columns?.[column]
  const entry = row?.[column]?.entry
  if (item !== undefined && entry !== undefined) return formatEntry(item, entry)
  return { en: `row ${index + 1}`, nb: `rad ${index + 1}` }
}

function usedValue(node: UsedNode, found: Found, scope: Scope): UsedValue {
  if (node.kind === 'derived') {
    const known = found.low === found.high
    return {
      label: scope.state(node),
      shown: known ? quantityWords(rounded(found.low), node.unit) : notRecorded,
      status: known ? 'known' : 'unrecorded',
    }
  }
  const { entry, filled, refLow, refHigh } = found as Fact
  const item = scope.item(node.form, node.item, node.group)
  const place = { form: node.form, item: node.group ?? node.item }
  const label = stateItem(node, scope)
  if (entry === undefined) return { ...place, label, shown: notRecorded, status: 'unrecorded' }
  return {
    ...place,
    label,
    shown: formatEntry(item, entry),
    status: 'value' in entry ? 'known' : 'absent',
    ...(filled === undefined ? {} : { date: filled.date, encounter: filled.encounter }),
    ...limitsWords(item, refLow, refHigh),
  }
}

/** Two decimals are enough to read; comparisons were made unrounded. */
const rounded = (value: number): number => Math.round(value * 100) / 100

function limitsWords(item: CompiledItem, low: number, high: number): { limits?: Text } {
  if (item.type !== 'laboratory') return {}
  if (Number.isNaN(low) && Number.isNaN(high)) {
    return { limits: { en: 'no limits from this laboratory', nb: 'ingen grenser fra dette laboratoriet' } }
  }
  const end = (value: number) => (Number.isFinite(value) ? quantityWords(value, item.unit ?? '') : { en: '–', nb: '–' })
  return {
    limits: { en: `limits ${end(low).en} to ${end(high).en}`, nb: `grenser ${end(low).nb} til ${end(high).nb}` },
  }
}
