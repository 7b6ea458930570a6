/** An event as stored. The event's own members stand beside what the database knows of it, which wins where both have a name. */
export type StoredEvent = Readonly<Record<string, unknown>> & {
  readonly studyId: string
  readonly streamId: string
  readonly position: number
  readonly version: number
  readonly type: string
  /** Database clock when stored: ISO 8601, UTC, milliseconds. */
  readonly recordedAt: string
  readonly actor: string
  readonly role: string
  readonly definitionHash: string | null
}

/** The canonical JSON that is stored and hashed. */
export type Envelope = {
  readonly actor: string
  readonly definitionHash: string | null
  readonly event: Readonly<Record<string, unknown>>
  readonly key: string | null
  readonly position: number
  readonly recordedAt: string
  readonly role: string
  readonly salt?: string
  readonly site: string | null
  readonly stream: string
  readonly study: string
  readonly type: string
  readonly version: number
}

export type Stream = { readonly version: number; readonly events: readonly StoredEvent[] }

export const toStoredEvent = (record: string): StoredEvent => {
  const { actor, role, site, definitionHash, event, ...place } = JSON.parse(record) as Envelope
  return {
    // An event may name a site of its own: the one it was entered for must not hide it.
    site,
    ...event,
    actor,
    role,
    definitionHash,
    studyId: place.study,
    streamId: place.stream,
    position: place.position,
    version: place.version,
    type: place.type,
    recordedAt: place.recordedAt,
  }
}

/** Rows in order of stream and version as the streams asked for, each of which is in the answer. */
export const toStreams = (
  streamIds: readonly string[],
  rows: readonly { readonly stream: string; readonly entry: string }[],
): ReadonlyMap<string, Stream> => {
  const byStream = Map.groupBy(rows, ({ stream }) => stream)
  return new Map(
    streamIds.map((id) => {
      const events = (byStream.get(id) ?? []).map(({ entry }) => toStoredEvent(entry))
      return [id, { version: events.length, events }]
    }),
  )
}
