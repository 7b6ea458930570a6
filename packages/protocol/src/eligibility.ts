import type { CompiledCriterion, CompiledRule, CompiledStudy } from './compiled.ts'
import { answerOf, NO, UNKNOWN, YES, type Answer, type Tri } from './expression/answer.ts'
import { explaining, type Explain, type Reason } from './expression/explain.ts'
import { NO_ROW, type EvaluationRecord } from './expression/fact.ts'
import type { Scope, Test } from './expression/meaning.ts'

/** Of the whole: every inclusion met and every exclusion not; one that fails settles it; else still open. */
export type Verdict = 'eligible' | 'notEligible' | 'undecided'

/** What a criterion says of a person: whether it holds, or that it does not concern them. */
export type CriterionAnswer = Answer | 'notApplicable'

/** For the person: an inclusion that holds and an exclusion that does not are both `met`. */
export type Standing = 'met' | 'notMet' | 'undecided'

export interface CriterionResult {
  readonly id: string
  readonly type: 'inclusion' | 'exclusion'
  readonly answer: CriterionAnswer
  readonly standing: Standing
}

export interface ReasonedCriterion extends CriterionResult {
  readonly because: Reason
  /** Why it concerns the person or not, where the criterion says whom it concerns. */
  readonly concerns?: Reason
}

const NOT_APPLICABLE = 3
type Outcome = Tri | typeof NOT_APPLICABLE

interface Compiled {
  readonly criterion: CompiledCriterion
  readonly test: (record: EvaluationRecord) => Outcome
  readonly holds: Explain
  readonly concerns?: Explain
}

export interface EligibilityMeaning {
  verdict(record: EvaluationRecord): Verdict
  criteria(record: EvaluationRecord): readonly CriterionResult[]
  reasoned(record: EvaluationRecord): readonly ReasonedCriterion[]
}

/** Compiles the criteria into closures, once per study. */
export function eligibilityOf(study: CompiledStudy, scope: Scope): EligibilityMeaning {
  const compiled: readonly Compiled[] = study.criteria.map((criterion) => ({
    criterion,
    test: concerned(criterion, scope),
    holds: explaining(criterion.holds, scope),
    ...(criterion.appliesTo === undefined ? {} : { concerns: explaining(criterion.appliesTo, scope) }),
  }))
  const wanted = compiled.map(({ criterion }) => (criterion.type === 'inclusion' ? YES : NO))
  return {
    verdict(record) {
      let open = false
      for (let i = 0; i < compiled.length; i += 1) {
        const outcome = (compiled[i] as Compiled).test(record)
        if (outcome === UNKNOWN) open = true
        else if (outcome !== NOT_APPLICABLE && outcome !== wanted[i]) return 'notEligible'
      }
      return open ? 'undecided' : 'eligible'
    },
    criteria: (record) => compiled.map(({ criterion, test }) => resultOf(criterion, test(record))),
    reasoned: (record) => compiled.map((each) => reasonedOf(each, record)),
  }
}

/** Whether it holds, where it concerns the person; one that holds for nobody it may concern is settled all the same. */
function concerned(
  criterion: { holds: CompiledCriterion['holds']; appliesTo?: CompiledCriterion['holds'] },
  scope: Scope,
): (record: EvaluationRecord) => Outcome {
  const holds: Test = scope.condition(criterion.holds)
  if (criterion.appliesTo === undefined) return (record) => holds(record, NO_ROW)
  const applies = scope.condition(criterion.appliesTo)
  return (record) => combined(applies(record, NO_ROW), () => holds(record, NO_ROW))
}

const combined = (applies: Tri, holds: () => Tri): Outcome =>
  applies === NO ? NOT_APPLICABLE : applies === UNKNOWN ? UNKNOWN : holds()

function resultOf({ id, type }: CompiledCriterion, outcome: Outcome): CriterionResult {
  return { id, type, answer: wordOf(outcome), standing: standingOf(type, outcome) }
}

const wordOf = (outcome: Outcome): CriterionAnswer => (outcome === NOT_APPLICABLE ? 'notApplicable' : answerOf(outcome))

const standingOf = (type: 'inclusion' | 'exclusion', outcome: Outcome): Standing =>
  outcome === UNKNOWN
    ? 'undecided'
    : outcome === NOT_APPLICABLE || (outcome === YES) === (type === 'inclusion')
      ? 'met'
      : 'notMet'

function reasonedOf({ criterion, holds, concerns }: Compiled, record: EvaluationRecord): ReasonedCriterion {
  const because = holds(record, NO_ROW)
  if (concerns === undefined) return { ...resultOf(criterion, because.answer), because }
  const whom = concerns(record, NO_ROW)
  return {
    ...resultOf(
      criterion,
      combined(whom.answer, () => because.answer),
    ),
    because,
    concerns: whom,
  }
}

export interface RuleResult {
  readonly id: string
  readonly rule: CompiledRule
  readonly answer: CriterionAnswer
  readonly because: Reason
}

export const rulesOf = (
  rules: readonly CompiledRule[],
  scope: Scope,
): ((record: EvaluationRecord) => readonly RuleResult[]) => {
  const compiled = rules.map((rule) => ({ rule, test: concerned(rule, scope), explain: explaining(rule.holds, scope) }))
  return (record) =>
    compiled.map(({ rule, test, explain }) => ({
      id: rule.id,
      rule,
      answer: wordOf(test(record)),
      because: explain(record, NO_ROW),
    }))
}
