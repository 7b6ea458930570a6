import { age } from './age.ts'
import { all } from './all.ts'
import { any } from './any.ts'
import { arithmetic } from './arithmetic.ts'
import { between } from './between.ts'
import { compare } from './compare.ts'
import { compareDates } from './compareDates.ts'
import { constant } from './constant.ts'
import { dateItem } from './dateItem.ts'
import { derived } from './derived.ts'
import { elapsed } from './elapsed.ts'
import { eventDate } from './eventDate.ts'
import { every } from './every.ts'
import { inClass } from './inClass.ts'
import { lookup } from './lookup.ts'
import { mean } from './mean.ts'
import type { ConditionMeaning, DateKind, NumberKind } from './meaning.ts'
import type { ConditionNode, DateNode, NumberNode } from './nodes.ts'
import { not } from './not.ts'
import { numberItem } from './numberItem.ts'
import { oneOf } from './oneOf.ts'
import { prorated } from './prorated.ts'
import { referenceRange } from './referenceRange.ts'
import { roundedUp } from './roundedUp.ts'
import { shifted } from './shifted.ts'
import { some } from './some.ts'
import { sum } from './sum.ts'
import { tally } from './tally.ts'
import { today } from './today.ts'
import { within } from './within.ts'

/*
 * One kind, one file, all its meanings, gathered here. A new kind without an entry does not compile.
 * The tables are read through functions, because the kinds' own files call them back.
 */

const conditions: { [Node in ConditionNode as Node['kind']]: ConditionMeaning<Node> } = {
  all,
  any,
  not,
  compare,
  between,
  oneOf,
  inClass,
  compareDates,
  within,
  referenceRange,
  some,
  every,
}

const numbers: { [Node in NumberNode as Node['kind']]: NumberKind<Node> } = {
  numberItem,
  constant,
  mean,
  sum,
  prorated,
  tally,
  lookup,
  arithmetic,
  roundedUp,
  age,
  elapsed,
  derived,
}

const dates: { [Node in DateNode as Node['kind']]: DateKind<Node> } = { dateItem, today, eventDate, shifted }

export const conditionKind = (node: ConditionNode): ConditionMeaning<ConditionNode> =>
  conditions[node.kind] as ConditionMeaning<ConditionNode>

export const numberKind = (node: NumberNode): NumberKind<NumberNode> => numbers[node.kind] as NumberKind<NumberNode>

export const dateKind = (node: DateNode): DateKind<DateNode> => dates[node.kind] as DateKind<DateNode>

export const isCondition = (node: { readonly kind: string }): node is ConditionNode => node.kind in conditions
export const isNumber = (node: { readonly kind: string }): node is NumberNode => node.kind in numbers
export const isDate = (node: { readonly kind: string }): node is DateNode => node.kind in dates
