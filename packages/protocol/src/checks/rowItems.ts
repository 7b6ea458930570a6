import type { CompiledStudy } from '../compiled.ts'
import type { ExpressionNode } from '../expression/nodes.ts'
import { partsOf } from '../expression/references.ts'
import { findingsOf, type Check, type Finding } from './finding.ts'
import { conditionsOf, numbersOf } from './walk.ts'

const { error } = findingsOf('rowItems')

/** A column of a repeating group has a value only in a row at hand: inside `some` or `every` of its own group. */
export const rowItems: Check = (study: CompiledStudy) =>
  [...conditionsOf(study), ...numbersOf(study)].flatMap(({ path, node }) => [...outside(path, node, undefined)])

function* outside(path: string, node: ExpressionNode, row: string | undefined): Generator<Finding> {
  if ('item' in node && node.group !== undefined && `${node.form}.${node.group}` !== row)
    yield error(
      path,
      `Reads ${node.form}.${node.group}.${node.item} outside a row of its group.`,
      `Leser ${node.form}.${node.group}.${node.item} utenfor en rad i gruppen.`,
    )
  const inside = node.kind === 'some' || node.kind === 'every' ? `${node.form}.${node.group}` : row
  for (const part of partsOf(node)) yield* outside(path, part, inside)
}
