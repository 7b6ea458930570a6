import type { StudyExamples } from '@trialwright/protocol/compile'
import { cases } from './cases.ts'
import { concerns } from './examples/concerns.ts'
import { doses } from './examples/doses.ts'
import { rules } from './examples/rules.ts'
import { schedule } from './examples/schedule.ts'
import { scores } from './examples/scores.ts'

/** What was decided by hand, so that the study can be held against it. */
export const examples: StudyExamples = { cases, rules, concerns, numbers: { ...scores, ...doses }, schedule }
