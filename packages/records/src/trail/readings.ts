import { hashToken } from '../access/session.ts'
import { type StoredEvent, toStoredEvent } from '../events/stored.ts'
import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'

export interface Reading {
  readonly token: string
  readonly studyId: string
  readonly role: string
  /** Site of the role; null for one held at every site. */
  readonly site: string | null
  /**
   * The event, `UnblindedDataRead`, as canonical JSON: id of the route that was asked, codes of those it told about, and what
   * else its address named.
   */
  readonly event: string
}

/** Leaves a sealed event that unblinded data were told. Throws where it cannot be stored: then nothing is told. */
export const noteReading = async (
  unblinded: Database,
  { token, studyId, role, site, event }: Reading,
): Promise<void> => {
  const written = await unblinded.write<{ noted: boolean }>(
    'select unblinded.note_reading($1, $2, $3, $4, $5) as noted',
    [hashToken(token), studyId, role, site, event],
  )
  if (certain(written)[0]?.noted !== true) throw new Error('a reading could not be noted')
}

/** Readings of unblinded data, newest first, before a version of their stream; nothing unless the session may read them. */
export const readReadings = async (
  unblinded: Database,
  { token, studyId, before, limit }: { token: string; studyId: string; before?: number | undefined; limit: number },
): Promise<readonly StoredEvent[]> => {
  const found = await unblinded.write<{ entry: string }>('select entry from unblinded.readings($1, $2, $3, $4)', [
    hashToken(token),
    studyId,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  ])
  return certain(found).map(({ entry }) => toStoredEvent(entry))
}
