import { type Digest, leafDigest, leafHash, toDigest } from '../merkle/hash.ts'
import type { Read } from '../pools/database.ts'
import { type Columns, differingColumn } from './columns.ts'
import type { Log, Problem } from './problem.ts'
import { isoFrom, marks, statements } from './statements.ts'

/** A record whose bytes match its leaf and whose columns match its bytes. */
export type Checked = {
  readonly streamId: string
  readonly version: number
  readonly leaf: Digest
  readonly record: string
}

export type Packed = { readonly events: string | null; readonly leaves: Buffer | null }

export const readPacked = async (read: Read, studyId: string, log: Log, from: number, to: number): Promise<Packed> =>
  (await read<Packed>(statements[log].packed, [studyId, log, from, to - 1]))[0]!

/** Checks a packed page; undefined as soon as anything is not plainly right. */
export const checkPacked = (
  studyId: string,
  from: number,
  to: number,
  { events, leaves }: Packed,
): readonly Checked[] | undefined => {
  const rows = events?.split(marks.row) ?? []
  const digests = leaves?.toString('latin1') ?? ''
  if (rows.length !== to - from || digests.length !== 32 * rows.length) return undefined
  const checked: Checked[] = []
  for (const [index, row] of rows.entries()) {
    const fields = row.split(marks.field)
    if (fields.length !== 9) return undefined
    const [stream_id, version, type, actor, role, site, definition_hash, stored_at, record] = fields as Fields
    const leaf = leafDigest(record)
    if (!digests.startsWith(leaf, 32 * index)) return undefined
    const columns = {
      stream_id,
      version,
      type,
      actor,
      role,
      site: unpack(site),
      definition_hash: unpack(definition_hash),
      recorded_at: isoFrom(stored_at),
    }
    if (differingColumn(studyId, from + index, columns, record) !== undefined) return undefined
    checked.push({ streamId: stream_id, version: Number(version), leaf, record })
  }
  return checked
}

type Fields = [string, string, string, string, string, string, string, string, string]

const unpack = (field: string): string | null => (field === marks.none ? null : field)

type Row = { readonly [Name in keyof Columns]: Columns[Name] | null } & {
  readonly record: string | null
  readonly leaf: string | null
}

/** Checks the page row by row and names the first bad record. */
export const checkRows = async (
  read: Read,
  studyId: string,
  log: Log,
  from: number,
  to: number,
): Promise<{ readonly checked: readonly Checked[]; readonly problem: Problem | undefined }> => {
  const checked: Checked[] = []
  const rows = await read<Row>(statements[log].rows, [studyId, log, from, to - 1])
  for (const [index, row] of rows.entries()) {
    const problem = checkRow(studyId, log, from + index, row)
    if (problem) return { checked, problem }
    const { stream_id: streamId, version, leaf, record } = row as Columns & { record: string; leaf: string }
    checked.push({ streamId, version: Number(version), leaf: toDigest(leaf), record })
  }
  return { checked, problem: undefined }
}

const checkRow = (studyId: string, log: Log, position: number, row: Row): Problem | undefined => {
  if (row.record === null) return { code: 'missingRecord', log, position }
  if (row.leaf === null) return { code: 'missingLeaf', log, position }
  if (leafHash(row.record) !== row.leaf) return { code: 'changedRecord', log, position }
  const column = differingColumn(studyId, position, row as Columns, row.record)
  return column === undefined ? undefined : { code: 'changedColumn', log, position, column }
}
