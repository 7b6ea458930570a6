import type { Envelope } from '../events/stored.ts'

/** The columns that repeat a record's fields, as the verifier reads them. */
export type Columns = {
  readonly stream_id: string
  readonly version: string
  readonly type: string
  readonly actor: string
  readonly role: string
  readonly site: string | null
  readonly definition_hash: string | null
  /** ISO 8601, UTC, milliseconds. */
  readonly recorded_at: string
}

const quoted = JSON.stringify

/** Neighbouring records mostly share these: their JSON is made once. */
let shared = { actor: '', definition: '' as string | null, role: '', site: '' as string | null, head: '', middle: '' }

const share = ({ actor, definition_hash: definition, role, site }: Columns): typeof shared => ({
  actor,
  definition,
  role,
  site,
  head: `{"actor":${quoted(actor)},"definitionHash":${quoted(definition)},"event":`,
  middle: `","role":${quoted(role)},"site":${quoted(site)},"stream":`,
})

/** The first column that does not agree with the record; undefined when all do. */
export const differingColumn = (
  study: string,
  position: number,
  columns: Columns,
  record: string,
): string | undefined => {
  // An open record is canonical, so its text around event and key follows from the columns: no parsing needed.
  if (
    shared.actor !== columns.actor ||
    shared.site !== columns.site ||
    shared.role !== columns.role ||
    shared.definition !== columns.definition_hash ||
    shared.head === ''
  )
    shared = share(columns)
  const tail = `,"position":${position},"recordedAt":"${columns.recorded_at}${shared.middle}${quoted(columns.stream_id)},"study":${quoted(study)},"type":${quoted(columns.type)},"version":${columns.version}}`
  if (record.startsWith(shared.head) && record.endsWith(tail)) return undefined
  return compareFields(study, position, columns, JSON.parse(record) as Envelope)
}

const compareFields = (study: string, position: number, columns: Columns, record: Envelope): string | undefined => {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['study_id', study, record.study],
    ['position', position, record.position],
    ['stream_id', columns.stream_id, record.stream],
    ['version', columns.version, String(record.version)],
    ['type', columns.type, record.type],
    ['actor', columns.actor, record.actor],
    ['role', columns.role, record.role],
    ['site', columns.site, record.site],
    ['definition_hash', columns.definition_hash, record.definitionHash],
    ['recorded_at', columns.recorded_at, record.recordedAt],
  ]
  return pairs.find(([, column, field]) => column !== field)?.[0]
}
