import type { Text } from '../text.ts'
import type { Condition } from './item.ts'

export interface CriterionDefinition {
  /** The protocol's sentence, word for word, and its translation. */
  readonly text: Text
  /** What the sentence says, as a condition on stored values. */
  readonly holds: Condition
  /** Whom it concerns; for others it is not applicable, which is neither met nor failed. */
  readonly appliesTo?: Condition
  /** How an ambiguous sentence was taken; printed beside it for the sponsor to approve. */
  readonly reading?: Text
  /** A judgement by its nature: the investigator's, signed, with a reason. */
  readonly judgement?: boolean
  /** Keys of the assumptions the reading rests on. */
  readonly assumes?: readonly string[]
}

export type Criteria = Readonly<Record<string, CriterionDefinition>>

export interface EligibilityDefinition {
  readonly inclusion: Criteria
  readonly exclusion: Criteria
}

/** Criteria by the protocol's own number (`IN02`, `EX07`, as SDTM's IETESTCD), in its order. An id is never used again. */
export const defineEligibility = <const Definition extends EligibilityDefinition>(definition: Definition): Definition =>
  definition

export interface RuleDefinition {
  readonly text: Text
  readonly holds: Condition
  readonly appliesTo?: Condition
  readonly reading?: Text
  readonly assumes?: readonly string[]
  /** What to do about it, in words, shown with the refusal. */
  readonly remedy: Text
}

export type Rules = Readonly<Record<string, RuleDefinition>>

/** Rules of conduct in the same expression language: requirements before randomisation, holds, stops. */
export const defineRules = <const Definition extends Rules>(definition: Definition): Definition => definition
