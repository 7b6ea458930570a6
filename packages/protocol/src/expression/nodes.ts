/**
 * The plain, frozen data that a study's logic is made of: what handles build, what is hashed, and what every reader
 * (evaluate, explain, references) takes apart. No function survives into it.
 */

/**
 * Which filling of a form is meant: the latest one holding a value, the one of the visit at hand, the latest one holding a
 * value before that visit, or a named encounter's.
 */
export type Occurrence = 'latest' | 'thisVisit' | 'previousVisit' | { readonly encounter: string }

interface ItemReference {
  readonly form: string
  readonly item: string
  readonly at: Occurrence
  /** Set when the item is a column of a repeating group and is read from the row at hand. */
  readonly group?: string
}

export interface NumberItem extends ItemReference {
  readonly kind: 'numberItem'
  readonly unit: string
}
export interface CodedItem extends ItemReference {
  readonly kind: 'codedItem'
}
export interface DateItem extends ItemReference {
  readonly kind: 'dateItem'
}
export interface Constant {
  readonly kind: 'constant'
  readonly value: number
  readonly unit: string
}
export interface Mean {
  readonly kind: 'mean'
  readonly of: readonly NumberNode[]
  readonly minimumAnswered: number
  readonly unit: string
}
export interface Sum {
  readonly kind: 'sum'
  readonly of: readonly NumberNode[]
  readonly unit: string
}
export interface Prorated {
  readonly kind: 'prorated'
  readonly of: readonly NumberNode[]
  /** Highest score of one section; the sum is shown as a percentage of the highest sum the answered sections allow. */
  readonly maximumEach: number
  readonly minimumAnswered: number
}
export interface Tally {
  readonly kind: 'tally'
  readonly of: readonly ConditionNode[]
}
export interface Lookup {
  readonly kind: 'lookup'
  readonly of: CodedItem
  readonly table: Readonly<Record<string, number>>
  readonly unit: string
}
export interface Arithmetic {
  readonly kind: 'arithmetic'
  readonly operator: 'plus' | 'minus' | 'times' | 'dividedBy'
  readonly left: NumberNode
  readonly right: NumberNode
  readonly unit: string
}
export interface RoundedUp {
  readonly kind: 'roundedUp'
  readonly of: NumberNode
  readonly unit: string
}
export interface Age {
  readonly kind: 'age'
  readonly born: DateNode
  readonly on: DateNode
}
export interface Elapsed {
  readonly kind: 'elapsed'
  readonly from: DateNode
  readonly to: DateNode
  readonly unit: 'd'
}
export interface Derived {
  readonly kind: 'derived'
  readonly id: string
  readonly at: Occurrence
  readonly unit: string
}

export type NumberNode =
  | NumberItem
  | Constant
  | Mean
  | Sum
  | Prorated
  | Tally
  | Lookup
  | Arithmetic
  | RoundedUp
  | Age
  | Elapsed
  | Derived

/** The local calendar day the question is asked about: day of screening, of day 0, of the infusion. */
export interface Today {
  readonly kind: 'today'
}
/** The local calendar day of something that happened in the trial, or of the visit at hand; unknown until it has. */
export interface EventDate {
  readonly kind: 'eventDate'
  readonly event: TrialEvent
}
export interface Shifted {
  readonly kind: 'shifted'
  readonly date: DateNode
  readonly by: Duration
  readonly direction: 'earlier' | 'later'
}

export type TrialEvent = 'consent' | 'randomisation' | 'firstInfusion' | 'lastInfusion' | 'visit'
/** What encounters are planned from. */
export type Anchor = Exclude<TrialEvent, 'visit'>
export type DateNode = DateItem | Today | EventDate | Shifted

export interface Duration {
  readonly value: number
  readonly unit: DurationUnit
}
export type DurationUnit = 'd' | 'wk' | 'mo' | 'a'

export interface All {
  readonly kind: 'all'
  readonly of: readonly ConditionNode[]
}
export interface Any {
  readonly kind: 'any'
  readonly of: readonly ConditionNode[]
}
export interface Not {
  readonly kind: 'not'
  readonly of: ConditionNode
}
export interface Compare {
  readonly kind: 'compare'
  readonly operator: 'atLeast' | 'above' | 'atMost' | 'below' | 'equals'
  readonly left: NumberNode
  readonly right: NumberNode
}
export interface Between {
  readonly kind: 'between'
  readonly of: NumberNode
  readonly low: Constant
  readonly high: Constant
}
export interface OneOf {
  readonly kind: 'oneOf'
  readonly of: CodedItem
  readonly codes: readonly string[]
}
/** A classified code lies within one of these classes, whose codes begin its own. */
export interface InClass {
  readonly kind: 'inClass'
  readonly of: CodedItem
  readonly classes: readonly string[]
}
export interface CompareDates {
  readonly kind: 'compareDates'
  readonly operator: 'before' | 'onOrBefore' | 'after' | 'onOrAfter'
  readonly left: DateNode
  readonly right: DateNode
}
export interface Within {
  readonly kind: 'within'
  readonly date: DateNode
  readonly duration: Duration
  readonly before: DateNode
}
export interface ReferenceRange {
  readonly kind: 'referenceRange'
  readonly of: NumberItem
  readonly side: 'above' | 'below' | 'outside'
  /** Multiple of the limit: 3 for "above three times the upper limit". */
  readonly times: number
}
export interface Some {
  readonly kind: 'some'
  readonly form: string
  readonly group: string
  readonly at: Occurrence
  readonly where: ConditionNode
}
export interface Every {
  readonly kind: 'every'
  readonly form: string
  readonly group: string
  readonly at: Occurrence
  readonly where: ConditionNode
}

export type ConditionNode =
  | All
  | Any
  | Not
  | Compare
  | Between
  | OneOf
  | InClass
  | CompareDates
  | Within
  | ReferenceRange
  | Some
  | Every

export type ExpressionNode = ConditionNode | NumberNode | DateNode | CodedItem
