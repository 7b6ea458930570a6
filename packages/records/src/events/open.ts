import { hashToken, type Session } from '../access/session.ts'
import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'
import { memoryOf } from './remembered.ts'
import type { Stream } from './stored.ts'

/** Who asks, and the streams asked for: empty unless the session holds a grant in the study. */
export type Opened = { readonly session: Session | null; readonly streams: ReadonlyMap<string, Stream> }

type Answered = { readonly session: Session | null; readonly stream: string; readonly entry: string }

/** Questions of this turn of the event loop, not sent yet. */
const unsent = new WeakMap<Database, Map<string, Promise<Opened>>>()

/**
 * Session, account, grants and streams in one round trip, of streams read before only what came since. Which role may see what
 * stays the caller's decision. Requests of one session that come in the same turn, as what is sent on one connection without
 * waiting does, and ask for the same streams are answered by one reading, which begins after the last of them has come.
 */
export function openStreams(database: Database, asked: Asked): Promise<Opened> {
  const here = unsent.get(database) ?? new Map<string, Promise<Opened>>()
  unsent.set(database, here)
  const question = JSON.stringify([asked.token, asked.studyId, asked.streamIds])
  const known = here.get(question)
  if (known) return known
  const opened = new Promise((resolve) => setImmediate(resolve)).then(() => {
    here.delete(question)
    return readOpen(database, asked)
  })
  here.set(question, opened)
  return opened
}

const readOpen = async (database: Database, { token, studyId, streamIds }: Asked): Promise<Opened> => {
  const asked = memoryOf(database).ask(studyId, streamIds)
  const { session, entries } = await answered(
    database,
    'select session, stream, entry from record.open($1, $2, $3, $4)',
    [hashToken(token), studyId, streamIds, asked.versions],
  )
  if (!session?.grants.some((grant) => grant.studyId === studyId)) return { session, streams: new Map() }
  const streams = asked.with(entries)
  // Another database stands behind the pool than the one the streams were read from.
  return streams ? { session, streams } : readOpen(database, { token, studyId, streamIds })
}

/** As `openStreams`, through the unblinded pool: sealed streams, given to unblinded roles only. */
export const openSealed = async (unblinded: Database, { token, studyId, streamIds }: Asked): Promise<Opened> => {
  const asked = memoryOf(unblinded).ask(studyId, streamIds)
  const { session, entries } = await answered(
    unblinded,
    'select session, stream, entry from unblinded.open($1, $2, $3, $4)',
    [hashToken(token), studyId, streamIds, asked.versions],
  )
  const allowed = session?.grants.some((grant) => grant.studyId === studyId && grant.blindness === 'unblinded')
  if (!allowed) return { session, streams: new Map() }
  const streams = asked.with(entries)
  return streams ? { session, streams } : openSealed(unblinded, { token, studyId, streamIds })
}

interface Asked {
  readonly token: string
  readonly studyId: string
  readonly streamIds: readonly string[]
}

async function answered(database: Database, door: string, values: readonly unknown[]) {
  // What an unknown outcome leaves open is only whether the session's last use was noted.
  const [first, ...entries] = certain(await database.write<Answered>(door, values))
  return { session: first!.session, entries }
}
