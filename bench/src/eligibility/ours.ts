import type { CriterionAnswer, EvaluationRecord, Study, Verdict } from '@trialwright/protocol'
import type { Outcome, Tri } from './byHand/threeValued.ts'

const outcomes: Readonly<Record<CriterionAnswer, Outcome>> = { no: 0, unknown: 1, yes: 2, notApplicable: 3 }
const verdicts: Readonly<Record<Verdict, Tri>> = { notEligible: 0, undecided: 1, eligible: 2 }

/** The product's answers in the bench's numbers, for comparing; the timed cases call the product itself. */
export const outcomesOf = (study: Study, record: EvaluationRecord): readonly Outcome[] =>
  study.criteria(record).map(({ answer }) => outcomes[answer])

export const verdictOf = (study: Study, record: EvaluationRecord): Tri => verdicts[study.verdict(record)]
