import type { Study } from '@trialwright/protocol'
import type { Refused, StudyContext } from '../context.ts'
import type { StudyCommand } from './commands.ts'
import type { StudyEvent } from './events.ts'
import type { StudyState } from './state.ts'

export type StudyDecision = { readonly ok: true; readonly events: readonly StudyEvent[] } | Refused

export function decideStudy(
  study: Study,
  state: StudyState,
  command: StudyCommand,
  context: StudyContext,
): StudyDecision {
  throw new Error(`not yet: ${[study, state, command, context].length}`)
}
