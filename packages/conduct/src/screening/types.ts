import type { Burden, CriterionAnswer, Explanation, Refusal, Standing, Text, Verdict } from '@trialwright/protocol'
import type { RuleView } from '../participant/types.ts'
import type { Signature } from '../signatures/signature.ts'
import type { CriterionSnapshot } from './events.ts'

export interface CriterionView {
  readonly id: string
  readonly type: 'inclusion' | 'exclusion'
  readonly text: Text
  readonly reading?: Text
  readonly judgement: boolean
  readonly assumes: readonly string[]
  readonly answer: CriterionAnswer
  readonly standing: Standing
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
  readonly burden: Burden
  /** Criteria it could settle. */
  readonly couldSettle: readonly string[]
}

export interface ScreeningView {
  readonly code: string
  readonly attempt: number
  readonly today: string
  readonly version: number
  readonly verdict: Verdict
  readonly criteria: readonly CriterionView[]
  readonly requirements: readonly (RuleView & { readonly because: Explanation })[]
  /** Best first. */
  readonly nextQuestions: readonly NextQuestion[]
  readonly confirmed?: {
    readonly day: string
    readonly signature: Signature<'confirmsEligibility'>
    readonly criteria: readonly CriterionSnapshot[]
    /** The verdict has changed since it was signed. */
    readonly outdated: boolean
  }
  readonly failed?: { readonly day: string; readonly criteria: readonly string[]; readonly note: string }
  readonly randomised?: { readonly day: string; readonly number: string }
  /** What stands in the way, for the person looking; empty when it may be done. */
  readonly toConfirm: readonly Refusal[]
  readonly toRandomise: readonly Refusal[]
}
