import type { Role } from '../roles.ts'
import type { ParticipantSummary } from './types.ts'

/**
 * A row of the list as the role may read it. Why treatment stopped or screening failed stands there in free words, such as
 * those of a reaction, and would lead a reader of images, who assesses an outcome, to the arm.
 */
export function summarySeenBy(row: ParticipantSummary, role: Role): ParticipantSummary {
  if (role !== 'mriReader') return row
  const { stopReason: _stop, screenFailure: _failure, open: _open, ...seen } = row
  return seen
}
