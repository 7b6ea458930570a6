import type { Explanation, Refusal, Text } from '@trialwright/protocol'
import type { Confirmation, CriterionAnswer, Rule, ScreenFailure, Verdict } from './participantTypes.ts'

export interface Criterion {
  readonly id: string
  readonly type: 'inclusion' | 'exclusion'
  readonly text: Text
  readonly reading?: Text
  readonly judgement: boolean
  readonly assumes: readonly string[]
  readonly answer: CriterionAnswer
  /** For the person: an inclusion that holds and an exclusion that does not are both `met`. */
  readonly standing: 'met' | 'notMet' | 'undecided'
  readonly because: Explanation
  /** Why it concerns the person or not, where the criterion says whom it concerns. */
  readonly concerns?: Explanation
}

export interface NextQuestion {
  readonly encounter?: string
  readonly form: string
  readonly formTitle: Text
  readonly item: string
  readonly label: Text
  readonly burden: 'question' | 'examination' | 'sample' | 'imaging'
  readonly couldSettle: readonly string[]
}

export interface Screening {
  readonly code: string
  readonly attempt: number
  readonly today: string
  readonly version: number
  readonly verdict: Verdict
  readonly criteria: readonly Criterion[]
  readonly requirements: readonly (Rule & { readonly because: Explanation })[]
  readonly nextQuestions: readonly NextQuestion[]
  readonly confirmed?: Confirmation & { readonly outdated: boolean }
  readonly failed?: ScreenFailure
  readonly randomised?: { readonly day: string; readonly number: string }
  readonly toConfirm: readonly Refusal[]
  readonly toRandomise: readonly Refusal[]
}
