import type { Database } from '../pools/database.ts'
import { isPassing, Unavailable } from '../pools/failure.ts'

/** Events put into the trail in one transaction: some 90 ms of the database's time. */
const most = 1000

/**
 * Brings the trail of a study to the end of its log as it now is. What one search after another finds is complete only then.
 * Throws `Unavailable` when somebody else has been at it for too long to wait.
 */
export async function traceStudy(blinded: Database, studyId: string): Promise<void> {
  for (let traced = most; traced === most; ) traced = await traceNext(blinded, studyId)
}

async function traceNext(blinded: Database, studyId: string): Promise<number> {
  try {
    const rows = await blinded.read<{ traced: number }>('select record.trace($1, $2) as traced', [studyId, most])
    return rows[0]!.traced
  } catch (error) {
    if (isPassing(error)) throw new Unavailable('the trail could not be brought up now', { cause: error })
    throw error
  }
}
