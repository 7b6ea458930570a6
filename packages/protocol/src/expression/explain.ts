import type { Text } from '../text.ts'
import { answerOf, NO, opposite, UNKNOWN, YES, type Answer, type Tri } from './answer.ts'
import type { EvaluationRecord, Fact, FactRow } from './fact.ts'
import { finiteParts } from './finiteReasons.ts'
import { ofEachRow } from './rowReasons.ts'
import type { Read, Scope } from './meaning.ts'
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
  /** Conditions on rows: where the rows are that the parts are about, one each. */
  readonly rows?: Read
}

export type Found = Fact | { readonly low: number; readonly high: number }

/**
 * Why an answer came out as it did: what was asked, and the reasons of its parts. What was found stays in the record
 * it was asked of; `render` turns both into texts and shown values.
 */
export interface Reason {
  readonly why: Why
  readonly answer: Tri
  readonly parts: readonly Reason[]
}

export type Explain = (record: EvaluationRecord, row: FactRow) => Reason

/** A condition that can explain itself. */
export interface Explained {
  readonly explain: Explain
  /** Set where there are so few reasons that each is made once and then found by its number. */
  readonly finite?: FiniteReasons
}

export interface FiniteReasons {
  readonly count: number
  readonly pick: (record: EvaluationRecord, row: FactRow) => number
  readonly reason: (number: number) => Reason
}

const nobody: readonly Reason[] = []

/** Compiles a condition into a closure that answers with its reasons. */
export const explaining = (node: ConditionNode, scope: Scope): Explain => explained(node, scope).explain

/** The same, with its reasons by number where they are few. */
export function explained(node: ConditionNode, scope: Scope): Explained {
  switch (node.kind) {
    case 'all':
    case 'any':
      return ofParts(node, scope)
    case 'not':
      return ofOpposite(node, scope)
    case 'some':
    case 'every':
      return ofRows(node, scope)
    default:
      return ofLeaf(node, scope)
  }
}

const whyOf = (node: ConditionNode, scope: Scope, used: readonly UsedNode[] = []): Why => ({
  node,
  statement: scope.state(node),
  used,
  reads: used.map((item) => readUsed(item, scope)),
})

/** No parts, so three reasons, one for each answer. */
function ofLeaf(node: ConditionNode, scope: Scope): Explained {
  const why = whyOf(node, scope, usedBy(node))
  const reasons = [NO, UNKNOWN, YES].map((answer): Reason => ({ why, answer: answer as Tri, parts: nobody }))
  const test = scope.condition(node)
  return {
    explain: (record, row) => reasons[test(record, row)] as Reason,
    finite: { count: reasons.length, pick: test, reason: (number) => reasons[number] as Reason },
  }
}

function ofParts(node: ConditionNode & { kind: 'all' | 'any' }, scope: Scope): Explained {
  const why = whyOf(node, scope)
  const join = node.kind === 'all' ? least : most
  return combined(
    node.of.map((part) => explained(part, scope)),
    (parts) => join(why, parts),
  )
}

function ofOpposite(node: ConditionNode & { kind: 'not' }, scope: Scope): Explained {
  const why = whyOf(node, scope)
  return combined([explained(node.of, scope)], (parts) => ({
    why,
    answer: opposite((parts[0] as Reason).answer),
    parts,
  }))
}

function combined(parts: readonly Explained[], from: (parts: readonly Reason[]) => Reason): Explained {
  const finite = finiteParts(parts, from)
  if (finite === undefined) return { explain: ofEachPart(parts, from) }
  const { pick, reason } = finite
  return { finite, explain: (record, row) => reason(pick(record, row)) }
}

function ofEachPart(parts: readonly Explained[], from: (parts: readonly Reason[]) => Reason): Explain {
  const explains = parts.map(({ explain }) => explain)
  const [first, second] = explains
  return explains.length === 2 && first !== undefined && second !== undefined
    ? (record, row) => from([first(record, row), second(record, row)])
    : (record, row) => from(explains.map((explain) => explain(record, row)))
}

function least(why: Why, parts: readonly Reason[], start: Tri = YES): Reason {
  let answer = start
  for (const part of parts) if (part.answer < answer) answer = part.answer
  return { why, answer, parts }
}

function most(why: Why, parts: readonly Reason[], start: Tri = NO): Reason {
  let answer = start
  for (const part of parts) if (part.answer > answer) answer = part.answer
  return { why, answer, parts }
}

/** One reason for each row. */
function ofRows(node: ConditionNode & { kind: 'some' | 'every' }, scope: Scope): Explained {
  const rows = scope.rows(node.form, node.group, node.at)
  const why: Why = { ...whyOf(node, scope), rows }
  const where = explained(node.where, scope)
  const [settled, join] = node.kind === 'some' ? ([NO, most] as const) : ([YES, least] as const)
  return { explain: ofEachRow(rows, where, (parts, complete) => join(why, parts, complete ? settled : UNKNOWN)) }
}

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
