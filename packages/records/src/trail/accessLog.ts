import { hashToken } from '../access/session.ts'
import { type StoredEvent, toStoredEvent } from '../events/stored.ts'
import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'

/** Sign-ins and changes of accounts and roles of the study's people, newest first; nothing unless the session may read them. */
export const readAccess = async (
  blinded: Database,
  { token, studyId, before, limit }: { token: string; studyId: string; before?: number | undefined; limit: number },
): Promise<readonly StoredEvent[]> => {
  // Reading notes the session's last use, so it goes the way of writes.
  const written = await blinded.write<{ entry: string }>('select entry from record.read_access($1, $2, $3, $4)', [
    hashToken(token),
    studyId,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  ])
  return certain(written).map(({ entry }) => {
    // A role that was given stands in the event beside the role in which somebody gave it.
    const { role: given } = (JSON.parse(entry) as { readonly event: { readonly role?: string } }).event
    return { ...toStoredEvent(entry), ...(given !== undefined && { given }) }
  })
}

export type Access = {
  readonly token: string
  readonly studyId: string
  readonly role: string
  readonly type: 'ExportMade' | 'UnblindedDataRead'
  /** What was taken or opened; names and short texts without anybody's data. */
  readonly about: Readonly<Record<string, string>>
}

/** Leaves an event that data were taken out, or unblinded data opened. Throws where it cannot be stored: then nothing is given. */
export const noteAccess = async (blinded: Database, { token, studyId, role, type, about }: Access): Promise<void> => {
  const written = await blinded.write<{ noted: boolean }>('select record.note_access($1, $2, $3, $4, $5) as noted', [
    hashToken(token),
    studyId,
    type,
    role,
    about,
  ])
  if (certain(written)[0]?.noted !== true) throw new Error('an access could not be noted')
}
