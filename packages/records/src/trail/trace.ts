import type { Database } from '../pools/database.ts'

/** Events put into the trail in one transaction: some 50 ms of the database's time. */
const most = 1000

/** Brings the trail of a study to the end of its log as it now is. What one search after another finds is complete only then. */
export async function traceStudy(blinded: Database, studyId: string): Promise<void> {
  for (let traced = most; traced === most; ) {
    const rows = await blinded.read<{ traced: number }>('select record.trace($1, $2) as traced', [studyId, most])
    traced = rows[0]!.traced
  }
}
