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

/** Few different texts fill most columns: each is quoted once. */
const quotedBefore = new Map<string, string>()
const quoted = (text: string | null): string => {
  if (text === null) return 'null'
  let json = quotedBefore.get(text)
  if (json === undefined) {
    json = JSON.stringify(text)
    if (quotedBefore.size < 10_000) quotedBefore.set(text, json)
  }
  return json
}

/** The first column that does not agree with the record; undefined when all do. */
export const differingColumn = (
  study: string,
  position: number,
  columns: Columns,
  record: string,
): string | undefined => {
  // An open record is canonical, so its text around event and key follows from the columns: no parsing needed.
  const head = `{"actor":${quoted(columns.actor)},"definitionHash":${quoted(columns.definition_hash)},"event":`
  const tail = `,"position":${position},"recordedAt":"${columns.recorded_at}","role":${quoted(columns.role)},"site":${quoted(columns.site)},"stream":${JSON.stringify(columns.stream_id)},"study":${quoted(study)},"type":${quoted(columns.type)},"version":${columns.version}}`
  if (record.startsWith(head) && record.endsWith(tail)) return undefined
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
