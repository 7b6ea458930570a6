import type { Text } from '../text.ts'
import type { CodedHandle, DateHandle, GroupReference, NumberHandle, TextHandle } from './handles.ts'
import type { Condition } from './item.ts'

interface Repeat {
  readonly kind: 'repeat'
  readonly reference: GroupReference
}

/** What a check may be about: an item, or a repeating group as a whole. */
export type Checked = NumberHandle | CodedHandle | DateHandle | Repeat | TextHandle

export interface CheckDefinition {
  /** What is asked of the person, as a question or a plain sentence. */
  readonly text: Text
  /** What is expected. No: the check fires. Unknown: it stays silent, for nothing contradicts it yet. */
  readonly expects: Condition
  /**
   * The values it is about, the one asked about first; once one of them is said not to be applicable, the check has nothing
   * to ask. Where that is read `atThisVisit()`, the check is asked at every
   * visit at which its form was filled in; else where the value stands. In a check, `today` is the day of that form.
   */
  readonly about: readonly [Checked, ...Checked[]]
  /** `hard` refuses the saving; `soft` saves, and opens a query that closes by itself once the values agree. */
  readonly strictness: 'hard' | 'soft'
  readonly appliesTo?: Condition
  readonly reading?: Text
  readonly assumes?: readonly string[]
  /** Set by `eachRow`. */
  readonly rows?: GroupReference
}

export type Checks = Readonly<Record<string, CheckDefinition>>

/**
 * Edit checks, by their lasting ids, in the language of the criteria:
 *
 *     weightChange: {
 *       text: { en: 'The weight differs from the visit before by more than 10%.', nb: … },
 *       expects: weight.atThisVisit().atMost(weight.atPreviousVisit().times(quantity(1.1, '1'), 'kg')),
 *       about: [vitals.weight.atThisVisit()], strictness: 'soft',
 *     }
 *     stopAfterStart: medications.list.atThisVisit().eachRow((row) => ({ …, about: [row.stop] }))
 */
export const defineChecks = <const Definition extends Checks>(definition: Definition): Definition => definition
