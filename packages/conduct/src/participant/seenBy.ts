import { audiencesOf } from '../queries/audience.ts'
import type { Role } from '../roles.ts'
import type { ParticipantRow, ParticipantSummary } from './types.ts'

/**
 * A row of the list as the role may read it, with the queries it may see. Why treatment stopped or screening failed stands
 * there in free words, such as those of a reaction, and would lead a reader of images, who assesses an outcome, to the arm.
 */
export function summarySeenBy(
  { openQueries, deviationDays: _days, bagLeft: _left, ...row }: ParticipantSummary,
  role: Role,
  unblinded = false,
): ParticipantRow {
  const queries = audiencesOf(role, unblinded).reduce((sum, audience) => sum + openQueries[audience], 0)
  if (role !== 'mriReader') return { ...row, queries }
  const {
    stopReason: _stop,
    screenFailure: _failure,
    open: _open,
    verification: _verification,
    bags: _bags,
    expiring: _expiring,
    ...seen
  } = row
  return { ...seen, queries }
}
