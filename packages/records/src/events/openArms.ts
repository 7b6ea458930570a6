import { hashToken } from '../access/session.ts'
import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'
import type { Allocation } from '../randomisationList.ts'
import type { AppendEntry } from './entry.ts'

/** One command that opens one arm: its only sealed event is the act, without the arm, which the database adds. */
export type ArmEntry = AppendEntry & {
  readonly sealedEvents: readonly [NonNullable<AppendEntry['sealedEvents']>[number]]
}

export type ArmResult =
  /** `replayed` under the same key is told the arm again: an emergency survives a lost answer. */
  | { readonly result: 'appended' | 'replayed'; readonly arm: string }
  | { readonly result: 'keyReused' | 'conflict' | 'notAllocated' | 'notAllowed' }
  | { readonly result: 'unknown'; readonly reason: string }

/**
 * Opens one participant's arm for the person behind the session: recorded in both logs first, told after, in one transaction.
 * Goes through the unblinded pool; the database itself asks whether that person's role at that site may.
 */
export const openArm = async (unblinded: Database, token: string, entry: ArmEntry): Promise<ArmResult> => {
  const written = await unblinded.write<{ answer: ArmResult }>('select unblinded.reveal($1, $2::jsonb) as answer', [
    hashToken(token),
    JSON.stringify(entry),
  ])
  return written.state === 'unknown' ? { result: 'unknown', reason: written.reason } : written.rows[0]!.answer
}

/** Every arm, once the study is unblinded by two people after database lock; null before. The reading is recorded. */
export const openedAllocations = async (
  unblinded: Database,
  token: string,
  studyId: string,
): Promise<readonly Allocation[] | null> =>
  certain(
    await unblinded.write<{ allocations: readonly Allocation[] | null }>(
      'select unblinded.opened_allocations($1, $2) as allocations',
      [hashToken(token), studyId],
    ),
  )[0]!.allocations
