import type { StudyExamples } from '@trialwright/protocol/compile'
import { cases } from './cases.ts'
import { doses } from './examples/doses.ts'
import { schedule } from './examples/schedule.ts'
import { scores } from './examples/scores.ts'

/** What was decided by hand, so that the study can be held against it. */
export const examples: StudyExamples = { cases, numbers: { ...scores, ...doses }, schedule }
