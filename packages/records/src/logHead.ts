import type { Hash } from './merkle/hash.ts'
import { rootOfPeaks } from './merkle/tree.ts'
import type { Database } from './pools/database.ts'

/** Size and root of a study's open log as of now: what a checkpoint states. Throws for an unknown study. */
export const openLogHead = async (
  audit: Database,
  studyId: string,
): Promise<{ readonly size: number; readonly root: Hash }> => {
  const [head] = await audit.read<{ size: string; peaks: readonly Buffer[] }>(
    `select size, peaks from audit.log where study_id = $1 and log = 'open'`,
    [studyId],
  )
  if (head === undefined) throw new Error(`no study ${studyId}`)
  return { size: Number(head.size), root: rootOfPeaks(head.peaks.map((peak) => peak.toString('hex'))) }
}
