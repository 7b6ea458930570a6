import { hashToken, type Session } from '../access/session.ts'
import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'
import { type Stream, toStreams } from './stored.ts'

/** Who asks, and the streams asked for: empty unless the session holds a grant in the study. */
export type Opened = { readonly session: Session | null; readonly streams: ReadonlyMap<string, Stream> }

const doors = {
  record: 'select session, stream, entry from record.open($1, $2, $3)',
  unblinded: 'select session, stream, entry from unblinded.open($1, $2, $3)',
} as const

type Row = { readonly session: Session | null; readonly stream: string; readonly entry: string }

/**
 * Session, account, grants and streams in one round trip. Call with the blinded pool, or with the unblinded pool and
 * `door: 'unblinded'` for sealed streams (given to unblinded roles only). Which role may see what stays the caller's decision.
 */
export const openStreams = async (
  database: Database,
  {
    token,
    studyId,
    streamIds,
  }: { readonly token: string; readonly studyId: string; readonly streamIds: readonly string[] },
  door: keyof typeof doors = 'record',
): Promise<Opened> => {
  // What an unknown outcome leaves open is only whether the session's last use was noted.
  const written = await database.write<Row>(doors[door], [hashToken(token), studyId, streamIds])
  const [first, ...entries] = certain(written)
  const session = first!.session
  const allowed = session?.grants.some(
    (grant) => grant.studyId === studyId && (door === 'record' || grant.blindness === 'unblinded'),
  )
  return { session, streams: allowed ? toStreams(streamIds, entries) : new Map() }
}
