import { type Hash, leafHash } from '../merkle/hash.ts'
import { growTree } from '../merkle/tree.ts'
import type { Read } from '../pools/database.ts'
import { type Columns, differingColumn } from './columns.ts'
import type { Log, Problem } from './problem.ts'

/** A root known from elsewhere: an export, a receipt, a witness. */
export type Checkpoint = { readonly log: Log; readonly size: number; readonly root: Hash }

export type LogState = { readonly log: Log; readonly size: number; readonly root: Hash }

export type LogCheck = {
  readonly log: Log
  readonly checkpoints?: readonly Checkpoint[]
  /** Told after each page how many records were checked, of how many. */
  readonly onProgress?: ((checked: number, of: number) => void) | undefined
  /** Given each record that passed, in order. */
  readonly onRecord?: ((record: string) => void) | undefined
}

type Row = {
  readonly [Name in keyof (Columns & { record: string; leaf: Hash })]:
    | (Columns & { record: string; leaf: Hash })[Name]
    | null
}

const columnList = `e.stream_id, e.version, e.type, e.actor, e.role, e.site, e.definition_hash,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at, e.record`

/** Each log's statements. A page is a run of positions, so that a hole shows as a row of nulls. */
const statements = {
  open: {
    page: `select ${columnList}, encode(l.leaf_hash, 'hex') as leaf from generate_series($2::bigint, $3::bigint) as p (place)
      left join audit.open_event e on e.study_id = $1 and e.position = p.place
      left join audit.leaf l on l.study_id = $1 and l.log = 'open' and l.position = p.place order by p.place`,
    beyond: 'select min(position)::text as position from audit.open_event where study_id = $1 and position >= $2',
    streams: 'select stream_id, version from audit.open_stream where study_id = $1',
  },
  sealed: {
    page: `select ${columnList}, encode(l.leaf_hash, 'hex') as leaf from generate_series($2::bigint, $3::bigint) as p (place)
      left join unblinded.event e on e.study_id = $1 and e.position = p.place
      left join audit.leaf l on l.study_id = $1 and l.log = 'sealed' and l.position = p.place order by p.place`,
    beyond: 'select min(position)::text as position from unblinded.event where study_id = $1 and position >= $2',
    streams: 'select stream_id, version from unblinded.stream where study_id = $1',
  },
} as const

const pageSize = 2_000

/** Recomputes one log from the stored bytes, in constant memory but for one number per stream. Stops at the first bad record. */
export const checkLog = async (read: Read, studyId: string, check: LogCheck): Promise<LogState | Problem> => {
  const { log, checkpoints = [] } = check
  const [head] = await read<{ size: string; peaks: readonly Hash[] }>(
    `select size, array(select encode(p, 'hex') from unnest(peaks) with ordinality as u (p, n) order by n) as peaks
     from audit.log where study_id = $1 and log = $2`,
    [studyId, log],
  )
  if (head === undefined) return { code: 'missingLog', log }
  const size = Number(head.size)
  const tree = growTree()
  const versions = new Map<string, number>()
  const due = checkpoints.filter((each) => each.log === log)
  const reached = (): Problem | undefined => {
    const other = due.find((each) => each.size === tree.size() && each.root !== tree.root())
    return other && { code: 'otherHistory', log, size: other.size }
  }

  for (let from = 0; from < size; from += pageSize) {
    const rows = await read<Row>(statements[log].page, [studyId, from, Math.min(from + pageSize, size) - 1])
    for (const [index, row] of rows.entries()) {
      const problem = checkRecord(studyId, log, from + index, row as Columns & Row, versions)
      if (problem) return problem
      tree.add(row.leaf!)
      check.onRecord?.(row.record!)
      const split = due.length > 0 ? reached() : undefined
      if (split) return split
    }
    check.onProgress?.(tree.size(), size)
  }
  return (
    (await checkEnd(read, studyId, log, size)) ??
    (await checkStreams(read, studyId, log, versions)) ??
    (tree.peaks().join() === head.peaks.join() ? undefined : { code: 'otherPeaks' as const, log }) ??
    rollback(due, size) ?? { log, size, root: tree.root() }
  )
}

const checkRecord = (
  studyId: string,
  log: Log,
  position: number,
  row: Columns & Row,
  versions: Map<string, number>,
): Problem | undefined => {
  if (row.record === null) return { code: 'missingRecord', log, position }
  if (row.leaf === null) return { code: 'missingLeaf', log, position }
  if (leafHash(row.record) !== row.leaf) return { code: 'changedRecord', log, position }
  const column = differingColumn(studyId, position, row, row.record)
  if (column !== undefined) return { code: 'changedColumn', log, position, column }
  const version = (versions.get(row.stream_id) ?? 0) + 1
  if (Number(row.version) !== version) return { code: 'versionGap', log, position, streamId: row.stream_id }
  versions.set(row.stream_id, version)
  return undefined
}

/** Nothing may lie beyond the log's end. */
const checkEnd = async (read: Read, studyId: string, log: Log, size: number): Promise<Problem | undefined> => {
  const [event] = await read<{ position: string | null }>(statements[log].beyond, [studyId, size])
  if (event?.position != null) return { code: 'extraRecord', log, position: Number(event.position) }
  const [leaf] = await read<{ position: string | null }>(
    'select min(position)::text as position from audit.leaf where study_id = $1 and log = $2 and position >= $3',
    [studyId, log, size],
  )
  return leaf?.position != null ? { code: 'extraLeaf', log, position: Number(leaf.position) } : undefined
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

const rollback = (due: readonly Checkpoint[], size: number): Problem | undefined => {
  const longer = due.find((each) => each.size > size)
  return longer && { code: 'rollback', log: longer.log, size: longer.size }
}
