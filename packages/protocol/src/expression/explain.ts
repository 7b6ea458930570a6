import type { Text } from '../text.ts'
import { answerOf, NO, YES, type Answer, type Tri } from './answer.ts'
import type { EvaluationRecord, Fact, FactRow } from './fact.ts'
import type { Scope } from './meaning.ts'
import type { CodedItem, ConditionNode, DateItem, Derived, ExpressionNode, NumberItem } from './nodes.ts'
import { partsOf } from './references.ts'

/** A value an explanation rests on: an item of a form, or a named calculation. */
export type UsedNode = NumberItem | CodedItem | DateItem | Derived

/**
 * Why an answer came out as it did. Words are attached once per study (`statement`), so that explaining a person
 * costs little more than deciding; `render` turns it into texts and shown values.
 */
export interface Reason {
  readonly answer: Tri
  readonly node: ConditionNode
  readonly statement: Text
  readonly used: readonly UsedNode[]
  /** What was found for each of `used`; a number for a calculation. */
  readonly found: readonly (Fact | { readonly low: number; readonly high: number })[]
  readonly parts: readonly Reason[]
}

export type Explain = (record: EvaluationRecord, row: FactRow) => Reason

const nobody: readonly Reason[] = []

/** Compiles a condition into a closure that answers with its reasons. */
export function explaining(node: ConditionNode, scope: Scope): Explain {
  const statement = scope.state(node)
  if (node.kind === 'all' || node.kind === 'any' || node.kind === 'not') return ofParts(node, statement, scope)
  if (node.kind === 'some' || node.kind === 'every') return ofRows(node, statement, scope)
  const test = scope.condition(node)
  const used = usedBy(node)
  const reads = used.map((item) => readUsed(item, scope))
  return (record, row) => ({
    answer: test(record, row),
    node,
    statement,
    used,
    found: reads.map((read) => read(record, row)),
    parts: nobody,
  })
}

function ofParts(node: ConditionNode & { kind: 'all' | 'any' | 'not' }, statement: Text, scope: Scope): Explain {
  const explained = (node.kind === 'not' ? [node.of] : node.of).map((part) => explaining(part, scope))
  const { kind } = node
  return (record, row) => {
    const parts = explained.map((explain) => explain(record, row))
    return { answer: combined(kind, parts), node, statement, used: [], found: [], parts }
  }
}

function combined(kind: 'all' | 'any' | 'not', parts: readonly Reason[]): Tri {
  if (kind === 'not') return (YES - (parts[0] as Reason).answer) as Tri
  let answer: Tri = kind === 'all' ? YES : NO
  for (const part of parts) if (kind === 'all' ? part.answer < answer : part.answer > answer) answer = part.answer
  return answer
}

function ofRows(node: ConditionNode & { kind: 'some' | 'every' }, statement: Text, scope: Scope): Explain {
  const test = scope.condition(node)
  const rows = scope.rows(node.form, node.group, node.at)
  const where = explaining(node.where, scope)
  return (record, row) => ({
    answer: test(record, row),
    node,
    statement,
    used: [],
    found: [],
    parts: (rows(record, row).rows ?? []).map((each) => where(record, each)),
  })
}

function readUsed(node: UsedNode, scope: Scope): (record: EvaluationRecord, row: FactRow) => Reason['found'][number] {
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
