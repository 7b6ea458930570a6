import type { Database } from './pools/database.ts'

export type Document<Content = unknown> = {
  readonly key: string
  readonly site: string | null
  readonly sort: string
  readonly document: Content
}

export type Page<Content = unknown> = {
  readonly rows: readonly Document<Content>[]
  /** Where the next page starts; undefined on the last. */
  readonly next: { readonly sort: string; readonly key: string } | undefined
}

export type PageQuery = {
  /** Sites whose documents to list; absent: all of the study. */
  readonly sites?: readonly string[]
  /** Only keys that start so. */
  readonly prefix?: string
  /** At most this many rows, 1 to 1,000; 50 unless told. */
  readonly limit?: number
  readonly after?: { readonly sort: string; readonly key: string }
}

/** A page of documents of one kind, in order of sort and key. One round trip. */
export const readModel = async <Content = unknown>(
  blinded: Database,
  studyId: string,
  kind: string,
  { sites, prefix = '', limit = 50, after }: PageQuery = {},
): Promise<Page<Content>> => {
  const rows = await blinded.read<Document<Content>>(
    `select key, site, sort, document from record.read_model
     where study_id = $1 and kind = $2 and ($3::text[] is null or site = any($3)) and starts_with(key, $4)
       and ($5::text is null or (sort, key) > ($5, $6))
     order by sort, key limit $7`,
    [studyId, kind, sites ?? null, prefix, after?.sort ?? null, after?.key ?? null, limit + 1],
  )
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? { sort: last.sort, key: last.key } : undefined
  return { rows: rows.slice(0, limit), next }
}

/** A page of documents of several kinds together, in order of sort and key. One round trip. */
export const readModels = async <Content = unknown>(
  blinded: Database,
  studyId: string,
  kinds: readonly string[],
  { sites, prefix = '', limit = 50, after, below }: PageQuery & { readonly below?: string } = {},
): Promise<Page<Content>> => {
  const rows = await blinded.read<Document<Content>>(
    `select key, site, sort, document from record.read_model
     where study_id = $1 and kind = any($2) and ($3::text[] is null or site = any($3))
       and ($4::text is null or sort < $4) and ($5::text is null or (sort, key) > ($5, $6)) and starts_with(key, $8)
     order by sort, key limit $7`,
    [studyId, kinds, sites ?? null, below ?? null, after?.sort ?? null, after?.key ?? null, limit + 1, prefix],
  )
  const last = rows[limit - 1]
  const next = rows.length > limit && last ? { sort: last.sort, key: last.key } : undefined
  return { rows: rows.slice(0, limit), next }
}

/** How many documents there are of each kind; one without any is left out. */
export const countModels = async (
  blinded: Database,
  studyId: string,
  kinds: readonly string[],
  sites?: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await blinded.read<{ kind: string; count: number }>(
    `select kind, count(*)::int as count from record.read_model
     where study_id = $1 and kind = any($2) and ($3::text[] is null or site = any($3)) group by kind`,
    [studyId, kinds, sites ?? null],
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

export type Changed<Content = unknown> = {
  readonly rows: readonly Document<Content>[]
  /** Ask from here next time: what is written later is marked so, or higher. */
  readonly revision: number
}

/**
 * Documents of one kind written at a revision or later, a thousand at most, the earliest first. A document may come again:
 * the last revision is still being written when it is read.
 */
export const changedDocuments = async <Content = unknown>(
  blinded: Database,
  studyId: string,
  kind: string,
  from: { readonly revision: number; readonly key: string },
): Promise<Changed<Content> & { readonly more: boolean; readonly key: string }> => {
  const rows = await blinded.read<Document<Content> & { revision: string }>(
    `select key, site, sort, document, revision from record.read_model
     where study_id = $1 and kind = $2 and revision >= $3 and (revision, key) > ($3, $4) order by revision, key limit 1000`,
    [studyId, kind, from.revision, from.key],
  )
  const last = rows.at(-1)
  return {
    rows,
    revision: last === undefined ? from.revision : Number(last.revision),
    key: last?.key ?? from.key,
    more: rows.length === 1000,
  }
}

/** One document; undefined when there is none. */
export const findDocument = async <Content = unknown>(
  blinded: Database,
  studyId: string,
  kind: string,
  key: string,
): Promise<Document<Content> | undefined> =>
  (
    await blinded.read<Document<Content>>(
      'select key, site, sort, document from record.read_model where study_id = $1 and kind = $2 and key = $3',
      [studyId, kind, key],
    )
  )[0]

/** One document that must exist. */
export const getDocument = async <Content = unknown>(
  blinded: Database,
  studyId: string,
  kind: string,
  key: string,
): Promise<Document<Content>> => {
  const found = await findDocument<Content>(blinded, studyId, kind, key)
  if (found === undefined) throw new Error(`no ${kind} ${key} in study ${studyId}`)
  return found
}
