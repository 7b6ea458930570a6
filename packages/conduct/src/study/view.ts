import type { Study } from '@trialwright/protocol'
import type { ParticipantSummary } from '../participant/types.ts'
import type { StudyState } from './state.ts'
import type { OverviewView } from './types.ts'

/** Made from the list's rows alone: no arm, no event is needed. Ask with rows brought to `today` by `asOf`. */
export function overview(
  study: Study,
  state: StudyState,
  rows: readonly ParticipantSummary[],
  today: string,
): OverviewView {
  throw new Error(`not yet: ${[study, state, rows, today].length}`)
}
