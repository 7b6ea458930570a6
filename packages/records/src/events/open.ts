import { hashToken, type Session } from '../access/session.ts'
import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'
import { toStreams } from './load.ts'
import type { Stream } from './stored.ts'

/** Who asks, and the streams asked for: empty unless the session holds a grant in the study. */
export type Opened = { readonly session: Session | null; readonly streams: ReadonlyMap<string, Stream> }

const doors = {
  record: 'select record.open($1, $2, $3) as opened',
  unblinded: 'select unblinded.open($1, $2, $3) as opened',
} as const

/**
 * Session, account, grants and streams in one round trip. Call with the blinded pool, or with the unblinded pool and
 * `door: 'unblinded'` for sealed streams (given to unblinded roles only). Which role may see what stays the caller's decision.
 */
export const openStreams = async (
  database: Database,
  asked: { readonly token: string; readonly studyId: string; readonly streamIds: readonly string[] },
  door: keyof typeof doors = 'record',
): Promise<Opened> => {
  // What an unknown outcome leaves open is only whether the session's last use was noted.
  const rows = certain(
    await database.write<{ opened: { session: Session | null; streams?: Record<string, string[]> } }>(doors[door], [
      hashToken(asked.token),
      asked.studyId,
      asked.streamIds,
    ]),
  )
  const { session, streams } = rows[0]!.opened
  return { session, streams: toStreams(streams ?? {}) }
}
