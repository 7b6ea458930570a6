import type { Hash } from '../merkle/hash.ts'
import { growTree } from '../merkle/tree.ts'
import type { Read } from '../pools/database.ts'
import { type Checked, checkPacked, checkRows, readPacked } from './page.ts'
import type { Log, Problem } from './problem.ts'
import { statements } from './statements.ts'

/** A root known from elsewhere: an export, a receipt, a witness. */
export type Checkpoint = { readonly log: Log; readonly size: number; readonly root: Hash }

export type LogState = { readonly log: Log; readonly size: number; readonly root: Hash }

export type LogCheck = {
  readonly log: Log
  readonly checkpoints?: readonly Checkpoint[] | undefined
  /** Records read at once; 4,000 unless told. */
  readonly pageSize?: number | undefined
  /** Told after each page how many records were checked, of how many. */
  readonly onProgress?: ((checked: number, of: number) => void) | undefined
  /** Given each record that passed, in order. */
  readonly onRecord?: ((record: Checked) => void) | undefined
}

/** Recomputes one log from the stored bytes, in constant memory but for one number per stream. Stops at the first bad record. */
export const checkLog = async (read: Read, studyId: string, check: LogCheck): Promise<LogState | Problem> => {
  const { log, pageSize = 4_000 } = check
  const [head] = await read<{ size: string; peaks: readonly Hash[] }>(
    `select size, array(select encode(p, 'hex') from unnest(peaks) with ordinality as u (p, n) order by n) as peaks
     from audit.log where study_id = $1 and log = $2`,
    [studyId, log],
  )
  if (head === undefined) return { code: 'missingLog', log }
  const size = Number(head.size)
  const tree = growTree()
  const versions = new Map<string, number>()
  const checkpoints = new Map(
    check.checkpoints?.filter((each) => each.log === log).map((each) => [each.size, each.root]),
  )

  /** Takes records that passed by themselves into tree and streams. */
  const take = (records: readonly Checked[]): Problem | undefined => {
    for (const record of records) {
      const version = (versions.get(record.streamId) ?? 0) + 1
      if (record.version !== version)
        return { code: 'versionGap', log, position: tree.size(), streamId: record.streamId }
      versions.set(record.streamId, version)
      tree.add(record.leaf)
      check.onRecord?.(record)
      const root = checkpoints.get(tree.size())
      if (root !== undefined && root !== tree.root()) return { code: 'otherHistory', log, size: tree.size() }
    }
    return undefined
  }

  const pageEnd = (from: number): number => Math.min(from + pageSize, size)
  let coming = size > 0 ? readPacked(read, studyId, log, 0, pageEnd(0)) : undefined
  for (let from = 0; from < size; from += pageSize) {
    const to = pageEnd(from)
    const packed = await coming!
    // The database prepares the next page while this one is hashed.
    coming = to < size ? readPacked(read, studyId, log, to, pageEnd(to)) : undefined
    coming?.catch(() => {})
    const plain = checkPacked(studyId, from, to, packed)
    const { checked, problem } = plain
      ? { checked: plain, problem: undefined }
      : await slowly(coming, read, studyId, log, from, to)
    const found = take(checked) ?? problem
    if (found) {
      await coming
      return found
    }
    check.onProgress?.(to, size)
  }
  const later = [...checkpoints.keys()].find((due) => due > size)
  return (
    (await checkEnd(read, studyId, log, size)) ??
    (await checkStreams(read, studyId, log, versions)) ??
    (tree.peaks().join() === head.peaks.join() ? undefined : { code: 'otherPeaks' as const, log }) ??
    (later === undefined ? { log, size, root: tree.root() } : { code: 'rollback', log, size: later })
  )
}

/** Row by row, once the connection is free. */
const slowly = async (busy: Promise<unknown> | undefined, ...[read, ...page]: Parameters<typeof checkRows>) => {
  await busy
  return checkRows(read, ...page)
}

/** Nothing may lie beyond the log's end. */
const checkEnd = async (read: Read, studyId: string, log: Log, size: number): Promise<Problem | undefined> => {
  const [event] = await read<{ position: string | null }>(statements[log].beyond, [studyId, size])
  if (typeof event?.position === 'string') return { code: 'extraRecord', log, position: Number(event.position) }
  const [leaf] = await read<{ position: string | null }>(
    'select min(position)::text as position from audit.leaf where study_id = $1 and log = $2 and position >= $3',
    [studyId, log, size],
  )
  return typeof leaf?.position === 'string' ? { code: 'extraLeaf', log, position: Number(leaf.position) } : undefined
}

const checkStreams = async (
  read: Read,
  studyId: string,
  log: Log,
  versions: Map<string, number>,
): Promise<Problem | undefined> => {
  const rows = await read<{ stream_id: string; version: string }>(statements[log].streams, [studyId])
  for (const { stream_id: streamId, version } of rows) {
    if (versions.get(streamId) !== Number(version)) return { code: 'otherStreamVersion', log, streamId }
    versions.delete(streamId)
  }
  const [streamId] = versions.keys()
  return streamId === undefined ? undefined : { code: 'otherStreamVersion', log, streamId }
}
