import type { Text } from '../text.ts'
import { answerOf, NO, opposite, YES, type Answer, type Tri } from './answer.ts'
import type { EvaluationRecord, Fact, FactRow } from './fact.ts'
import type { Scope } from './meaning.ts'
import type { CodedItem, ConditionNode, DateItem, Derived, ExpressionNode, NumberItem } from './nodes.ts'
import { partsOf } from './references.ts'

/** A value an explanation rests on: an item of a form, or a named calculation. */
export type UsedNode = NumberItem | CodedItem | DateItem | Derived

/** What is the same for every person: made once per study, so that explaining one costs little more than deciding. */
export interface Why {
  readonly node: ConditionNode
  readonly statement: Text
  readonly used: readonly UsedNode[]
  /** Finds each of `used` in a record; two ends for a calculation. */
  readonly reads: readonly ((record: EvaluationRecord, row: FactRow) => Found)[]
}

export type Found = Fact | { readonly low: number; readonly high: number }

/**
 * Why an answer came out as it did: what was asked, the record and row it was asked of, and the reasons of its parts.
 * `render` turns it into texts and shown values.
 */
export interface Reason {
  readonly why: Why
  readonly answer: Tri
  readonly record: EvaluationRecord
  readonly row: FactRow
  readonly parts: readonly Reason[]
}

export type Explain = (record: EvaluationRecord, row: FactRow) => Reason

const nobody: readonly Reason[] = []

/** Compiles a condition into a closure that answers with its reasons. */
export function explaining(node: ConditionNode, scope: Scope): Explain {
  if (node.kind === 'all' || node.kind === 'any') return ofParts(node, scope)
  if (node.kind === 'not') return ofOpposite(node, scope)
  if (node.kind === 'some' || node.kind === 'every') return ofRows(node, scope)
  const test = scope.condition(node)
  const used = usedBy(node)
  const why = whyOf(node, scope, used)
  return (record, row) => ({ why, answer: test(record, row), record, row, parts: nobody })
}

const whyOf = (node: ConditionNode, scope: Scope, used: readonly UsedNode[]): Why => ({
  node,
  statement: scope.state(node),
  used,
  reads: used.map((item) => readUsed(item, scope)),
})

function ofParts(node: ConditionNode & { kind: 'all' | 'any' }, scope: Scope): Explain {
  const explained = node.of.map((part) => explaining(part, scope))
  const why = whyOf(node, scope, [])
  const isAll = node.kind === 'all'
  return (record, row) => {
    const parts: Reason[] = []
    let answer: Tri = isAll ? YES : NO
    for (const explain of explained) {
      const part = explain(record, row)
      parts.push(part)
      if (isAll ? part.answer < answer : part.answer > answer) answer = part.answer
    }
    return { why, answer, record, row, parts }
  }
}

function ofOpposite(node: ConditionNode & { kind: 'not' }, scope: Scope): Explain {
  const explain = explaining(node.of, scope)
  const why = whyOf(node, scope, [])
  return (record, row) => {
    const part = explain(record, row)
    return { why, answer: opposite(part.answer), record, row, parts: [part] }
  }
}

function ofRows(node: ConditionNode & { kind: 'some' | 'every' }, scope: Scope): Explain {
  const test = scope.condition(node)
  const rows = scope.rows(node.form, node.group, node.at)
  const where = explaining(node.where, scope)
  const why = whyOf(node, scope, [])
  return (record, row) => {
    const parts = (rows(record, row).rows ?? nothing).map((each) => where(record, each))
    return { why, answer: test(record, row), record, row, parts }
  }
}

const nothing: readonly FactRow[] = []

function readUsed(node: UsedNode, scope: Scope): (record: EvaluationRecord, row: FactRow) => Found {
  if (node.kind !== 'derived') return scope.read(node)
  const bounds = scope.number(node)
  return (record, row) => ({ low: bounds.low(record, row), high: bounds.high(record, row) })
}

/** The items and calculations a leaf condition reads, each once. */
export function usedBy(node: ExpressionNode): readonly UsedNode[] {
  const found = new Map<string, UsedNode>()
  const walk = (part: ExpressionNode): void => {
    if ('item' in part || part.kind === 'derived') found.set(JSON.stringify(part), part)
    for (const next of partsOf(part)) walk(next)
  }
  walk(node)
  return [...found.values()]
}

export const answerOfReason = (reason: Reason): Answer => answerOf(reason.answer)
