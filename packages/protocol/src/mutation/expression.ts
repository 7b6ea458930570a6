import { isCondition, isDate, isNumber } from '../expression/kinds.ts'
import type { ExpressionNode } from '../expression/nodes.ts'
import { changesOf, type Slip, type Surroundings } from './nodes.ts'

/** An expression with one slip somewhere in it. */
export interface Slipped<Node extends ExpressionNode = ExpressionNode> {
  readonly slip: Slip
  readonly node: Node
  /** The part that changed, before and after. */
  readonly from: ExpressionNode
  readonly to: ExpressionNode
}

/** Every expression that differs from this one by one slip, from the outside in. */
export function* slippedOf<Node extends ExpressionNode>(node: Node, around: Surroundings): Generator<Slipped<Node>> {
  const written = JSON.stringify(node)
  // Days counted from today to today, the other way round, are the same days.
  for (const { slip, to } of changesOf(node, around))
    if (JSON.stringify(to) !== written) yield { slip, node: to as Node, from: node, to }
  for (const [key, value] of Object.entries(node)) {
    for (const [part, replaced] of partsWithin(value)) {
      for (const slipped of slippedOf(part, around))
        yield { ...slipped, node: { ...node, [key]: replaced(slipped.node) } }
    }
  }
}

type Replace = (part: ExpressionNode) => unknown

/** The nodes a member of a node holds, each with how the member looks once it is replaced. */
function* partsWithin(value: unknown): Generator<readonly [ExpressionNode, Replace]> {
  if (Array.isArray(value)) {
    for (const [index, part] of (value as readonly unknown[]).entries())
      if (isNode(part)) yield [part, (other) => value.with(index, other)]
  } else if (isNode(value)) yield [value, (other) => other]
}

function isNode(value: unknown): value is ExpressionNode {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  const node = value as ExpressionNode
  return node.kind === 'codedItem' || isCondition(node) || isNumber(node) || isDate(node)
}
