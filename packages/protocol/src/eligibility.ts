import type { CompiledCriterion, CompiledRule, CompiledStudy } from './compiled.ts'
import { answerOf, NO, UNKNOWN, YES, type Answer, type Tri } from './expression/answer.ts'
import { explained, explaining, type Reason } from './expression/explain.ts'
import { keeping } from './expression/finiteReasons.ts'
import { NO_ROW, type EvaluationRecord, type FactRow } from './expression/fact.ts'
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
  readonly concerns: Reason | undefined
}

const NOT_APPLICABLE = 3
type Outcome = Tri | typeof NOT_APPLICABLE
type Judge = (record: EvaluationRecord, row: FactRow) => Outcome
const outcomes: readonly Outcome[] = [NO, UNKNOWN, YES, NOT_APPLICABLE]

interface Compiled {
  readonly criterion: CompiledCriterion
  readonly test: Judge
  /** What to say of each outcome, by its number; said so often that each is made once. */
  readonly results: readonly CriterionResult[]
  readonly reasoned: (record: EvaluationRecord) => ReasonedCriterion
}

export interface EligibilityMeaning {
  verdict(record: EvaluationRecord): Verdict
  criteria(record: EvaluationRecord): readonly CriterionResult[]
  reasoned(record: EvaluationRecord): readonly ReasonedCriterion[]
}

/** Compiles the criteria into closures, once per study. */
export function eligibilityOf(study: CompiledStudy, scope: Scope): EligibilityMeaning {
  const compiled = study.criteria.map((criterion): Compiled => {
    const results = outcomes.map((outcome) => resultOf(criterion, outcome))
    return { criterion, test: concerned(criterion, scope), results, reasoned: reasoning(criterion, results, scope) }
  })
  const tests = compiled.map(({ test }) => test)
  const reasoned = compiled.map((each) => each.reasoned)
  const results = compiled.flatMap((each) => each.results)
  const wanted = compiled.map(({ criterion }) => (criterion.type === 'inclusion' ? YES : NO))
  return {
    verdict(record) {
      let open = false
      for (let i = 0; i < tests.length; i += 1) {
        const outcome = (tests[i] as Judge)(record, NO_ROW)
        if (outcome === UNKNOWN) open = true
        else if (outcome !== NOT_APPLICABLE && outcome !== wanted[i]) return 'notEligible'
      }
      return open ? 'undecided' : 'eligible'
    },
    criteria: (record) =>
      tests.map((test, i) => results[outcomes.length * i + test(record, NO_ROW)] as CriterionResult),
    reasoned: (record) => reasoned.map((reason) => reason(record)),
  }
}

/** Whether it holds, where it concerns the person; one that holds for nobody it may concern is settled all the same. */
function concerned(
  criterion: { holds: CompiledCriterion['holds']; appliesTo?: CompiledCriterion['holds'] },
  scope: Scope,
): Judge {
  const holds: Test = scope.condition(criterion.holds)
  if (criterion.appliesTo === undefined) return holds
  const applies = scope.condition(criterion.appliesTo)
  return (record, row) => {
    const concerns = applies(record, row)
    return concerns === YES ? holds(record, row) : concerns === NO ? NOT_APPLICABLE : UNKNOWN
  }
}

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

/** Where the reasons of a criterion are few, so are its results with them, and each is made once. */
function reasoning(
  { holds, appliesTo }: CompiledCriterion,
  results: readonly CriterionResult[],
  scope: Scope,
): (record: EvaluationRecord) => ReasonedCriterion {
  const because = explained(holds, scope)
  if (appliesTo !== undefined) {
    const concerns = explaining(appliesTo, scope)
    return (record) => reasonedOf(results, because.explain(record, NO_ROW), concerns(record, NO_ROW))
  }
  const { finite } = because
  if (finite === undefined) return (record) => reasonedOf(results, because.explain(record, NO_ROW), undefined)
  const { count, pick, reason } = finite
  const result = keeping(count, (number) => reasonedOf(results, reason(number), undefined))
  return (record) => result(pick(record, NO_ROW))
}

function reasonedOf(
  results: readonly CriterionResult[],
  because: Reason,
  concerns: Reason | undefined,
): ReasonedCriterion {
  const outcome =
    concerns === undefined || concerns.answer === YES
      ? because.answer
      : concerns.answer === NO
        ? NOT_APPLICABLE
        : UNKNOWN
  const { id, type, answer, standing } = results[outcome] as CriterionResult
  return { id, type, answer, standing, because, concerns }
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
      answer: wordOf(test(record, NO_ROW)),
      because: explain(record, NO_ROW),
    }))
}
