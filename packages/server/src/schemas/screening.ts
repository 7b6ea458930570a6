import type { Explanation } from '@trialwright/protocol'
import Type from 'typebox'
import { closed, Count, Day, Id, maybe, oneOf, Text } from './common.ts'
import { Confirmation, Failure, ruleFields, Verdict } from './participant.ts'
import { RefusalSchema } from './refusal.ts'

/** The tree of an evaluation, as deep as the criterion is. */
const ExplanationTree = Type.Unsafe<Explanation>({ type: 'object', additionalProperties: true })

const Criterion = Type.Object(
  {
    id: Id,
    type: oneOf('inclusion', 'exclusion'),
    text: Text,
    reading: maybe(Text),
    judgement: Type.Boolean(),
    assumes: Type.Array(Type.String()),
    answer: oneOf('yes', 'no', 'unknown', 'notApplicable'),
    standing: oneOf('met', 'notMet', 'undecided'),
    because: ExplanationTree,
    concerns: maybe(ExplanationTree),
  },
  closed,
)

export const Screening = Type.Object(
  {
    code: Type.String(),
    attempt: Count,
    today: Day,
    version: Count,
    verdict: Verdict,
    criteria: Type.Array(Criterion),
    requirements: Type.Array(Type.Object({ ...ruleFields, because: ExplanationTree }, closed)),
    nextQuestions: Type.Array(
      Type.Object(
        {
          encounter: maybe(Id),
          form: Id,
          formTitle: Text,
          item: Type.String(),
          label: Text,
          burden: oneOf('question', 'examination', 'sample', 'imaging'),
          couldSettle: Type.Array(Id),
        },
        closed,
      ),
    ),
    confirmed: maybe(Type.Object({ ...Confirmation, outdated: Type.Boolean() }, closed)),
    failed: maybe(Failure),
    randomised: maybe(Type.Object({ day: Day, number: Type.String() }, closed)),
    toConfirm: Type.Array(RefusalSchema),
    toRandomise: Type.Array(RefusalSchema),
  },
  closed,
)
