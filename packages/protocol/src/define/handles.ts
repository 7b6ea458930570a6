import type {
  Compare,
  CompareDates,
  ConditionNode,
  DateItem,
  DateNode,
  NumberItem,
  NumberNode,
  CodedItem,
  Occurrence,
} from '../expression/nodes.ts'
import { occurringAt } from '../expression/occurrence.ts'
import type { Condition } from './item.ts'
import { durationOf, type DurationQuantity, type Quantity } from './quantity.ts'

/*
 * The words a study's logic is written in. A handle knows its unit, its codes and its form, and builds frozen plain nodes;
 * it holds no state. `kind` and the form's id in the type keep apart what TypeScript's structural types would mix up.
 */

export const condition = (node: ConditionNode): Condition =>
  Object.freeze({ kind: 'condition', node: Object.freeze(node) })

const constant = (q: Quantity) => ({ kind: 'constant' as const, value: q.value, unit: q.unit })

const nodeOf = (limit: Quantity | NumberHandle): NumberNode => (limit.kind === 'number' ? limit.node : constant(limit))

/** A number with its unit: an item, a score or a calculation. */
export class NumberHandle<Unit extends string = string, Form extends string = string> {
  readonly kind = 'number' as const
  declare readonly form: Form
  readonly node: NumberNode
  readonly unit: Unit

  constructor(node: NumberNode, unit: Unit) {
    this.node = Object.freeze(node)
    this.unit = unit
  }

  /** `pain.odi.atLeast(points(25))`: the value is 25 or more; or as much as another number of the same unit. */
  atLeast(limit: Quantity<NoInfer<Unit>> | NumberHandle<NoInfer<Unit>>): Condition {
    return this.#compare('atLeast', limit)
  }
  above(limit: Quantity<NoInfer<Unit>> | NumberHandle<NoInfer<Unit>>): Condition {
    return this.#compare('above', limit)
  }
  atMost(limit: Quantity<NoInfer<Unit>> | NumberHandle<NoInfer<Unit>>): Condition {
    return this.#compare('atMost', limit)
  }
  below(limit: Quantity<NoInfer<Unit>> | NumberHandle<NoInfer<Unit>>): Condition {
    return this.#compare('below', limit)
  }
  equals(value: Quantity<NoInfer<Unit>> | NumberHandle<NoInfer<Unit>>): Condition {
    return this.#compare('equals', value)
  }

  /** Both ends included. */
  between(low: Quantity<NoInfer<Unit>>, high: Quantity<NoInfer<Unit>>): Condition {
    return condition({ kind: 'between', of: this.node, low: constant(low), high: constant(high) })
  }

  /** The value of a named encounter, instead of the latest one. */
  at(encounter: string): NumberHandle<Unit, Form> {
    return new NumberHandle(occurringAt(this.node, { encounter }), this.unit)
  }
  /** The value of the visit at hand, as holding rules need it. */
  atThisVisit(): NumberHandle<Unit, Form> {
    return new NumberHandle(occurringAt(this.node, 'thisVisit'), this.unit)
  }
  /** The latest value before the visit at hand, as checks of change need it. */
  atPreviousVisit(): NumberHandle<Unit, Form> {
    return new NumberHandle(occurringAt(this.node, 'previousVisit'), this.unit)
  }

  /** A dose from a weight: `weight.times(quantity(5, 'mg/kg'), 'mg')`. The result's unit is stated, and checked by UCUM when compiled. */
  times<const Result extends string>(by: Quantity, unit: Result): NumberHandle<Result> {
    return this.#arithmetic('times', by, unit)
  }
  dividedBy<const Result extends string>(by: Quantity, unit: Result): NumberHandle<Result> {
    return this.#arithmetic('dividedBy', by, unit)
  }
  plus(by: Quantity<NoInfer<Unit>>): NumberHandle<Unit> {
    return this.#arithmetic('plus', by, this.unit)
  }
  minus(by: Quantity<NoInfer<Unit>>): NumberHandle<Unit> {
    return this.#arithmetic('minus', by, this.unit)
  }
  /** Rounded up to the next whole number, as vials are. */
  roundedUp(): NumberHandle<Unit> {
    return new NumberHandle<Unit>({ kind: 'roundedUp', of: this.node, unit: this.unit }, this.unit)
  }

  #compare(operator: Compare['operator'], limit: Quantity | NumberHandle): Condition {
    return condition({ kind: 'compare', operator, left: this.node, right: nodeOf(limit) })
  }
  #arithmetic<const Result extends string>(
    operator: 'times' | 'dividedBy' | 'plus' | 'minus',
    by: Quantity,
    unit: Result,
  ): NumberHandle<Result> {
    return new NumberHandle<Result>({ kind: 'arithmetic', operator, left: this.node, right: constant(by), unit }, unit)
  }
}

/** A laboratory result, comparable with the limits its laboratory had in force on the day of the sample. */
export class LaboratoryHandle<Unit extends string = string, Form extends string = string> extends NumberHandle<
  Unit,
  Form
> {
  readonly source = 'laboratory' as const
  declare readonly node: NumberItem

  override at(encounter: string): LaboratoryHandle<Unit, Form> {
    return new LaboratoryHandle(occurringAt(this.node, { encounter }), this.unit)
  }
  override atThisVisit(): LaboratoryHandle<Unit, Form> {
    return new LaboratoryHandle(occurringAt(this.node, 'thisVisit'), this.unit)
  }
  /** Above the upper limit, or above `times` the upper limit. Unknown where the laboratory gave no limit. */
  isAboveReferenceRange(times = 1): Condition {
    return condition({ kind: 'referenceRange', of: this.node, side: 'above', times })
  }
  isBelowReferenceRange(): Condition {
    return condition({ kind: 'referenceRange', of: this.node, side: 'below', times: 1 })
  }
  isOutsideReferenceRange(): Condition {
    return condition({ kind: 'referenceRange', of: this.node, side: 'outside', times: 1 })
  }
}

/** One answer of a code list. */
export class CodedHandle<Code extends string = string, Form extends string = string> {
  readonly kind = 'coded' as const
  declare readonly form: Form
  declare readonly code: Code
  readonly node: CodedItem

  constructor(node: CodedItem) {
    this.node = Object.freeze(node)
  }

  /** The answer is one of these codes. */
  is(...codes: readonly [Code, ...Code[]]): Condition {
    return condition({ kind: 'oneOf', of: this.node, codes })
  }
  at(encounter: string): this {
    return this.#occurring({ encounter })
  }
  atThisVisit(): this {
    return this.#occurring('thisVisit')
  }
  atPreviousVisit(): this {
    return this.#occurring('previousVisit')
  }
  /** A number per code, as value sets give them; a code outside the table does not compile. */
  scoredAs<const Unit extends string>(table: Readonly<Record<Code, number>>, unit: Unit): NumberHandle<Unit, Form> {
    return new NumberHandle<Unit, Form>({ kind: 'lookup', of: this.node, table, unit }, unit)
  }
  #occurring(at: Occurrence): this {
    const Same = this.constructor as new (node: CodedItem) => this
    return new Same(occurringAt(this.node, at))
  }
}

export class YesNoHandle<Form extends string = string> extends CodedHandle<'yes' | 'no', Form> {
  isYes(): Condition {
    return this.is('yes')
  }
  isNo(): Condition {
    return this.is('no')
  }
}

/** A calendar day, perhaps known only to the month or year. */
export class DateHandle<Form extends string = string> {
  readonly kind = 'date' as const
  declare readonly form: Form
  readonly node: DateNode

  constructor(node: DateNode) {
    this.node = Object.freeze(node)
  }

  isBefore(other: DateHandle): Condition {
    return this.#compare('before', other)
  }
  isOnOrBefore(other: DateHandle): Condition {
    return this.#compare('onOrBefore', other)
  }
  isAfter(other: DateHandle): Condition {
    return this.#compare('after', other)
  }
  isOnOrAfter(other: DateHandle): Condition {
    return this.#compare('onOrAfter', other)
  }
  /** `surgery.date.isWithin(months(12)).before(today)`: from 12 months earlier to the day itself, both included. */
  isWithin(duration: DurationQuantity): { before(other: DateHandle): Condition } {
    return {
      before: (other) =>
        condition({ kind: 'within', date: this.node, duration: durationOf(duration), before: other.node }),
    }
  }
  /** Completed years on that day; a birthday on 29 February is completed on 1 March in common years. */
  ageOn(day: DateHandle): NumberHandle<'a'> {
    return new NumberHandle({ kind: 'age', born: this.node, on: day.node }, 'a')
  }
  /** Days from this date to another; negative when the other is earlier. */
  daysTo(other: DateHandle): NumberHandle<'d'> {
    return new NumberHandle({ kind: 'elapsed', from: this.node, to: other.node, unit: 'd' }, 'd')
  }
  later(by: DurationQuantity): DateHandle {
    return new DateHandle({ kind: 'shifted', date: this.node, by: durationOf(by), direction: 'later' })
  }
  earlier(by: DurationQuantity): DateHandle {
    return new DateHandle({ kind: 'shifted', date: this.node, by: durationOf(by), direction: 'earlier' })
  }
  at(encounter: string): DateHandle<Form> {
    return new DateHandle(occurringAt(this.node as DateItem, { encounter }))
  }
  atThisVisit(): DateHandle<Form> {
    return new DateHandle(occurringAt(this.node as DateItem, 'thisVisit'))
  }
  atPreviousVisit(): DateHandle<Form> {
    return new DateHandle(occurringAt(this.node as DateItem, 'previousVisit'))
  }

  #compare(operator: CompareDates['operator'], other: DateHandle): Condition {
    return condition({ kind: 'compareDates', operator, left: this.node, right: other.node })
  }
}

/** Free text or a time of day: shown and kept, never decided upon. */
export interface TextHandle<Form extends string = string> {
  readonly kind: 'text'
  readonly form: Form
  readonly item: string
}

export interface GroupReference {
  readonly form: string
  readonly group: string
  readonly at: Occurrence
}

/** Rows of a repeating group. `Row` are the handles of its columns, read from the row at hand. */
export class RepeatHandle<Row = unknown, Form extends string = string> {
  readonly kind = 'repeat' as const
  declare readonly form: Form
  readonly #form: string
  readonly #group: string
  readonly #row: Row
  readonly #at: Occurrence

  constructor(form: string, group: string, row: Row, at: Occurrence = 'latest') {
    this.#form = form
    this.#group = group
    this.#row = row
    this.#at = at
  }

  /** At least one row for which all of it holds: the same row. */
  some(where: (row: Row) => Condition): Condition {
    return this.#rows('some', where)
  }
  /** No row for which it fails; true of an empty, complete list. */
  every(where: (row: Row) => Condition): Condition {
    return this.#rows('every', where)
  }
  at(encounter: string): RepeatHandle<Row, Form> {
    return new RepeatHandle(this.#form, this.#group, this.#row, { encounter })
  }
  atThisVisit(): RepeatHandle<Row, Form> {
    return new RepeatHandle(this.#form, this.#group, this.#row, 'thisVisit')
  }
  /** An edit check asked of each row by itself, so that it names the row. */
  eachRow<Check>(check: (row: Row) => Check): Check & { readonly rows: GroupReference } {
    return { ...check(this.#row), rows: this.reference }
  }
  /** Where the rows stand. */
  get reference(): GroupReference {
    return { form: this.#form, group: this.#group, at: this.#at }
  }

  #rows(kind: 'some' | 'every', where: (row: Row) => Condition): Condition {
    return condition({ kind, form: this.#form, group: this.#group, at: this.#at, where: where(this.#row).node })
  }
}
