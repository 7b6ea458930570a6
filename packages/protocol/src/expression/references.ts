import { conditionKind, dateKind, isCondition, isDate, isNumber, numberKind } from './kinds.ts'
import type { CodedItem, DateItem, ExpressionNode, NumberItem } from './nodes.ts'

export type ItemNode = NumberItem | CodedItem | DateItem

/** The parts a node is made of, one level down. */
export function partsOf(node: ExpressionNode): readonly ExpressionNode[] {
  if (isCondition(node)) return conditionKind(node).parts(node)
  if (isNumber(node)) return numberKind(node).parts(node)
  if (isDate(node)) return dateKind(node).parts(node)
  return []
}

/** The node and everything below it. */
export function* everyNode(node: ExpressionNode): Generator<ExpressionNode> {
  yield node
  for (const part of partsOf(node)) yield* everyNode(part)
}

/** Every item an expression reads, in order, with repetitions. Named calculations are not opened. */
export const itemsOf = (node: ExpressionNode): readonly ItemNode[] =>
  [...everyNode(node)].filter((part): part is ItemNode => 'item' in part)

/** Whether what an expression says depends on which visit is meant by "this visit". Named calculations are taken to. */
export const asksOfVisit = (node: ExpressionNode): boolean =>
  everyNode(node).some(
    (part) =>
      part.kind === 'derived' ||
      (part.kind === 'eventDate' && part.event === 'visit') ||
      ('at' in part && (part.at === 'thisVisit' || part.at === 'previousVisit')),
  )
