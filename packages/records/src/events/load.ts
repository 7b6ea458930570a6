import type { Database } from '../pools/database.ts'
import { memoryOf } from './remembered.ts'
import { type StoredEvent, type Stream, toStoredEvent, toStreams } from './stored.ts'

/** A stream's events in order; version 0 and no events when it does not exist. One round trip. */
export const load = async (blinded: Database, studyId: string, streamId: string): Promise<Stream> =>
  (await loadMany(blinded, studyId, [streamId])).get(streamId)!

/** Several streams of a study in one round trip; each asked for is in the answer. */
export const loadMany = async (
  blinded: Database,
  studyId: string,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, Stream>> => {
  const rows = await blinded.read<{ stream: string; entry: string }>(
    `select stream_id as stream, record as entry from record.event
     where study_id = $1 and stream_id = any($2) order by stream_id, version`,
    [studyId, streamIds],
  )
  return toStreams(streamIds, rows)
}

/** As `loadMany`, of streams read before only what came since: for requests, which come back to the same few. */
export const recall = async (
  blinded: Database,
  studyId: string,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, Stream>> => {
  const asked = memoryOf(blinded).ask(studyId, streamIds)
  const rows = await blinded.read<{ stream: string; entry: string }>(
    `select k.stream_id as stream, found.record as entry
     from rows from (unnest($2::text[]), unnest($3::bigint[])) as k (stream_id, version), lateral (
       select e.record from record.event e where e.study_id = $1 and e.stream_id = k.stream_id and e.version >= k.version
       order by e.version) found`,
    [studyId, streamIds, asked.versions],
  )
  return asked.with(rows) ?? recall(blinded, studyId, streamIds)
}

/** Events of the whole study in order, after a position (-1 for all): for exports and for rebuilding read models. */
export const loadAll = async (
  blinded: Database,
  studyId: string,
  { after = -1, limit = 1_000 }: { readonly after?: number; readonly limit?: number } = {},
): Promise<readonly StoredEvent[]> => {
  const rows = await blinded.read<{ record: string }>(
    'select record from record.event where study_id = $1 and position > $2 order by position limit $3',
    [studyId, after, limit],
  )
  return rows.map((row) => toStoredEvent(row.record))
}

/** As `loadAll`, the exact texts whose leaves stand in the log; of one stream where it is named. */
export const loadRecords = async (
  blinded: Database,
  studyId: string,
  {
    after = -1,
    limit = 1_000,
    streamId = null,
  }: { readonly after?: number; readonly limit?: number; readonly streamId?: string | null } = {},
): Promise<readonly { readonly position: number; readonly record: string }[]> => {
  const rows = await blinded.read<{ position: string; record: string }>(
    `select position, record from record.event
     where study_id = $1 and position > $2 and ($4::text is null or stream_id = $4) order by position limit $3`,
    [studyId, after, limit, streamId],
  )
  return rows.map(({ position, record }) => ({ position: Number(position), record }))
}

/** Sealed streams, whole, through the unblinded pool. The drawn list is never among them. */
export const loadSealed = async (
  unblinded: Database,
  studyId: string,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, Stream>> => {
  const rows = await unblinded.read<{ stream: string; entry: string }>(
    'select stream, entry from unblinded.load($1, $2)',
    [studyId, streamIds],
  )
  return toStreams(streamIds, rows)
}

/** As `loadSealed`, of streams read before only what came since. What is known stands behind the unblinded pool alone. */
export const recallSealed = async (
  unblinded: Database,
  studyId: string,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, Stream>> => {
  const asked = memoryOf(unblinded).ask(studyId, streamIds)
  const rows = await unblinded.read<{ stream: string; entry: string }>(
    'select stream, entry from unblinded.load($1, $2, $3)',
    [studyId, streamIds, asked.versions],
  )
  return asked.with(rows) ?? recallSealed(unblinded, studyId, streamIds)
}
