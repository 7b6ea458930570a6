import type { Database } from '../pools/database.ts'
import { type StoredEvent, toStoredEvent } from '../events/stored.ts'
import { traceStudy } from './trace.ts'

/** What to find in a study's trail; each absent member finds all. */
export type TrailQuery = {
  /** Sites whose events to read; absent: all, and those of no site. */
  readonly sites?: readonly string[] | undefined
  readonly participant?: string | undefined
  readonly actor?: string | undefined
  readonly role?: string | undefined
  readonly types?: readonly string[] | undefined
  readonly encounter?: string | undefined
  readonly form?: string | undefined
  readonly item?: string | undefined
  /** Name of an oddity, `afterSignature`. */
  readonly pattern?: string | undefined
  /** First and last day, `2026-11-22`, in the zone given. */
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly timeZone: string
  /** Only positions before this one. */
  readonly before?: number | undefined
  /** At most this many rows, 1 to 500. */
  readonly limit: number
}

/** `record` is the exact text whose leaf stands in the log. */
export type TrailEvent = { readonly event: StoredEvent; readonly record: string; readonly patterns: readonly string[] }

export type TrailPage = {
  readonly rows: readonly TrailEvent[]
  /** Where the next page starts; undefined on the last. */
  readonly next: number | undefined
}

/** A page of the study's open events, newest first, with the patterns of `patterns` that each falls into. */
export const readTrail = async (
  blinded: Database,
  studyId: string,
  query: TrailQuery,
  patterns: readonly string[],
): Promise<TrailPage> => {
  await traceStudy(blinded, studyId)
  const rows = await blinded.read<{ record: string; patterns: readonly string[] }>(
    `select e.record, array(select o.pattern from record.oddity o
       where o.study_id = $1 and o.position = f.found and o.pattern = any($16::text[]) order by 1) as patterns
     from record.search_trail($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) f
     join record.event e on e.study_id = $1 and e.position = f.found order by f.found desc`,
    [
      studyId,
      query.before ?? Number.MAX_SAFE_INTEGER,
      query.sites ?? null,
      query.participant ?? null,
      query.actor ?? null,
      query.role ?? null,
      query.encounter ?? null,
      query.form ?? null,
      query.item ?? null,
      query.types ?? null,
      query.pattern ?? null,
      query.from ?? null,
      query.until ?? null,
      query.timeZone,
      query.limit + 1,
      patterns,
    ],
  )
  const page = rows.slice(0, query.limit)
  const read = page.map((row) => ({ event: toStoredEvent(row.record), ...row }))
  return { rows: read, next: rows.length > query.limit ? read.at(-1)?.event.position : undefined }
}

/** Accounts and roles that have left an event in the study, at the sites asked for; absent: all. */
export const readActors = async (
  blinded: Database,
  studyId: string,
  sites?: readonly string[],
): Promise<readonly { readonly actor: string; readonly role: string }[]> => {
  await traceStudy(blinded, studyId)
  return blinded.read(
    `with recursive each (actor) as (
       (select min(t.actor) from record.trail t where t.study_id = $1)
       union all
       select (select min(t.actor) from record.trail t where t.study_id = $1 and t.actor > each.actor) from each where each.actor is not null
     )
     select each.actor, last.role from each cross join lateral (
       select t.role from record.trail t where t.study_id = $1 and t.actor = each.actor
         and ($2::text[] is null or t.site = any($2)) order by t.position desc limit 1) last
     where each.actor is not null order by each.actor`,
    [studyId, sites ?? null],
  )
}
