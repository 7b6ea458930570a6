import type { EvaluationRecord, Study } from '@trialwright/protocol'
import type { RuleView } from './types.ts'

const kinds = { requirements: 'requirement', holds: 'hold', stops: 'stop' } as const

/** The study's rules of one kind and how they stand in a record. */
export const rulesView = (study: Study, which: keyof typeof kinds, record: EvaluationRecord): readonly RuleView[] =>
  study.rules(which, record).map(({ id, rule, answer }) => ({
    id,
    kind: kinds[which],
    text: rule.text,
    remedy: rule.remedy,
    ...(rule.reading ? { reading: rule.reading } : {}),
    assumes: rule.assumes,
    answer,
  }))
