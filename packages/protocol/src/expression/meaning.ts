import type { CompiledItem } from '../compiled.ts'
import type { Text } from '../text.ts'
import type { Tri } from './answer.ts'
import type { EvaluationRecord, Fact, FactRow } from './fact.ts'
import type {
  CodedItem,
  ConditionNode,
  DateItem,
  DateNode,
  ExpressionNode,
  NumberItem,
  NumberNode,
  Occurrence,
} from './nodes.ts'
import type { Sql } from './sql.ts'
import type { SqlScope } from './sqlScope.ts'

/** Finds an item's fact in a record, or in the row at hand. */
export type Read = (record: EvaluationRecord, row: FactRow) => Fact

/** Where an item's fact stands: in a slot of the record, or in a column of the row at hand. */
export interface Place {
  readonly inRow: boolean
  readonly index: number
}

/** What the study knows that expressions refer to by name. */
export interface Scope {
  place(reference: NumberItem | CodedItem | DateItem): Place
  read(reference: NumberItem | CodedItem | DateItem): Read
  rows(form: string, group: string, at: Occurrence): Read
  item(form: string, item: string, group?: string): CompiledItem
  derived(id: string): { readonly title: Text; readonly from: NumberNode }
  encounterTitle(id: string): Text
  condition(node: ConditionNode): Test
  number(node: NumberNode): NumberMeaning
  date(node: DateNode): Bounds
  /** The node in words. */
  state(node: ConditionNode | NumberNode | DateNode): Text
  /** Every item the node reads, in order. */
  items(node: ExpressionNode): readonly (NumberItem | CodedItem | DateItem)[]
}

export type Test = (record: EvaluationRecord, row: FactRow) => Tri
export type End = (record: EvaluationRecord, row: FactRow) => number

/** The two ends of what a number or date can be; NaN when unknown, low above high when not applicable. */
export interface Bounds {
  readonly low: End
  readonly high: End
  /** Both ends are always the same, so one is enough to ask. */
  readonly isPoint?: true
}

export interface NumberMeaning extends Bounds {
  /** Its two ends are one number whenever it applies, so one of them is enough to ask. */
  readonly oneNumber?: boolean
  /** Set where the number is read from one fact: where that stands, and its ends, so that sums need no further calls. */
  readonly of?: {
    readonly place: Place
    readonly low: (fact: Fact) => number
    readonly high: (fact: Fact) => number
  }
  /** It was said to be absent, so it is not still to come; sums over what was answered leave it out. */
  readonly skipped: (record: EvaluationRecord, row: FactRow) => boolean
}

export const neverSkipped = (): boolean => false

/** Every meaning of one kind of condition. A kind without one of them does not compile. */
export interface ConditionMeaning<Node extends ConditionNode> {
  test(node: Node, scope: Scope): Test
  /** The same for PostgreSQL: a boolean, null for unknown. */
  sql(node: Node, scope: SqlScope): Sql
  state(node: Node, scope: Scope): Text
  parts(node: Node): readonly ExpressionNode[]
}

/** Every meaning of one kind of number. */
export interface NumberKind<Node extends NumberNode> {
  bounds(node: Node, scope: Scope): NumberMeaning
  /** The same for PostgreSQL: low end, high end and whether it was skipped, as `endsOf` makes them. */
  sql(node: Node, scope: SqlScope): Sql
  state(node: Node, scope: Scope): Text
  parts(node: Node): readonly ExpressionNode[]
}

/** Every meaning of one kind of date. */
export interface DateKind<Node extends DateNode> {
  bounds(node: Node, scope: Scope): Bounds
  /** The same for PostgreSQL: its first and last day, counted from 1970-01-01. */
  sql(node: Node, scope: SqlScope): Sql
  state(node: Node, scope: Scope): Text
  parts(node: Node): readonly ExpressionNode[]
}
