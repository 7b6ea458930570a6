import { stamp, type Asking } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { refuse, refused } from '../refusals/refuse.ts'
import { pastDay, tidy, words } from '../typed.ts'
import type { RecordAccidentalUnblinding } from './commands.ts'
import { armRefusals } from './namesArm.ts'

const texts = ['who', 'how', 'assessment', 'actions'] as const

/** Recorded whatever became of consent, treatment or the database: what has leaked must be known. */
export function recordAccidentalUnblinding(asking: Asking, command: RecordAccidentalUnblinding): Decision {
  const { study, state, context } = asking
  if (!state.randomisation.randomised) return refused(refuse('notRandomised'))
  const refusals = [
    ...pastDay(command.day, 'day', context.today),
    ...texts.flatMap((field) => words(command[field], field, field === 'who' ? 200 : 2000)),
    ...texts.flatMap((field) => armRefusals(study, field, command[field])),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const { learner, day } = command
  const [who, how, assessment, actions] = texts.map((field) => tidy(command[field])) as [string, string, string, string]
  return {
    ok: true,
    events: [{ type: 'AccidentalUnblindingRecorded', ...stamp(context), learner, who, day, how, assessment, actions }],
  }
}
