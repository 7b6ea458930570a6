import {
  type AuditKind,
  auditPatterns,
  auditRow,
  type HistoryRow,
  historyView,
  type OpenEvent,
  type ParticipantEvent,
  type Stored,
  typesOf,
} from '@trialwright/conduct'
import { loadMany, readAccess, readActors, readTrail, type StoredEvent, type TrailQuery } from '@trialwright/records'
import { timeZoneOf } from './http/call.ts'
import type { Ports } from './ports.ts'
import { namesOf } from './printed-names.ts'
import type { StudyCall } from './routes/route.ts'
import { readUnder } from './versions.ts'

export const auditPageLength = 50

export interface AuditFilter extends Omit<TrailQuery, 'limit' | 'types' | 'before' | 'sites' | 'actor' | 'timeZone'> {
  readonly site?: string | undefined
  readonly person?: string | undefined
  readonly kind?: AuditKind | undefined
  readonly before?: string | undefined
}

/** A page of the trail as the reader may see it, newest first. `from` and `until` are days of the study's first site. */
export async function auditPage(call: StudyCall, filter: AuditFilter) {
  const { rows, next } = await auditLines(call, filter, auditPageLength)
  return { rows: rows.map(({ row, patterns }) => ({ ...row, patterns })), ...(next === undefined ? {} : { next }) }
}

/** Lines of the trail beside the records they are read from. */
export async function auditLines(call: StudyCall, filter: AuditFilter, limit: number) {
  const { ports, study, sites, actor, studyState } = call
  const { site, person, kind, before, ...asked } = filter
  const { rows, next } = await readTrail(
    ports.pools.blinded,
    study.id,
    {
      ...asked,
      sites: site === undefined ? sites : [site],
      actor: person,
      types: kind && typesOf(kind),
      timeZone: timeZoneOf(study.compiled, site),
      before: before === undefined ? undefined : Number(before),
      limit,
    },
    auditPatterns,
  )
  const opened = studyState.unblinded !== undefined
  const lists = await listHistories(
    call,
    rows.map(({ event }) => event),
  )
  const shown = rows.map(({ event }) => {
    const row = auditRow(readUnder(study)(event), event as OpenEvent, actor.role, opened, lists.get(event.position))
    const changes = asked.item === undefined ? row.changes : row.changes.filter(({ item }) => item === asked.item)
    return { ...row, changes }
  })
  const lines = (await named(ports, shown)).map((row, index) => ({ row, ...rows[index]! }))
  return { rows: lines, next }
}

/** Lines of events that changed lists: their rows are numbered from the participant's whole history. By position. */
async function listHistories(
  { ports, study, actor, studyState }: StudyCall,
  events: readonly StoredEvent[],
): Promise<ReadonlyMap<number, HistoryRow>> {
  const streamIds = new Set(events.filter(changesList).map(({ streamId }) => streamId))
  if (streamIds.size === 0) return new Map()
  const streams = await loadMany(ports.pools.blinded, study.id, [...streamIds])
  const histories = [...streams.values()].flatMap((stream) =>
    historyView(
      study.study,
      stream.events as unknown as readonly Stored<ParticipantEvent>[],
      actor.role,
      studyState.unblinded !== undefined,
      readUnder(study),
    ),
  )
  return new Map(histories.map((row) => [row.position, row]))
}

const changesList = ({ type, changes }: StoredEvent): boolean =>
  type === 'FormRecorded' && Array.isArray(changes) && changes.some((change: object) => 'rows' in change)

/** Who has left something in the trail, for choosing. */
export async function auditPeople({ ports, study, sites }: StudyCall) {
  const actors = await readActors(ports.pools.blinded, study.id, sites)
  const people = actors.map(({ actor, role }) => ({ account: actor, name: '', role }))
  const shown = (
    await named(
      ports,
      people.map((by) => ({ by })),
    )
  ).map(({ by }) => by)
  return { people: shown.filter(({ name }) => name !== '').toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
}

/** Who signed in and got which role; or who took data out, read identities or unblinded data. */
export async function accessPage(call: StudyCall, of: 'people' | 'data', before: string | undefined) {
  const { ports, study, token, actor } = call
  const place = before === undefined ? undefined : Number(before)
  if (of === 'data') {
    const page = await auditPage(call, { kind: 'access', before })
    return { ...page, rows: page.rows.map(({ changes: _c, patterns: _p, place: _w, ...row }) => row) }
  }
  const limit = auditPageLength
  const events = await readAccess(ports.pools.blinded, { token, studyId: study.id, before: place, limit: limit + 1 })
  const rows = events.slice(0, limit).map((event) => {
    const {
      changes: _c,
      place: _w,
      participant: _p,
      ...row
    } = auditRow(study.study, event as OpenEvent, actor.role, false)
    const about = event.streamId.split('/')[1] ?? ''
    return { ...row, about, by: { ...row.by, role: '' } }
  })
  const shown = await named(ports, rows)
  const names = await namesOf(ports)
  return {
    rows: shown.map((row) => ({ ...row, about: names.get(row.about) ?? '' })),
    ...(events.length > limit && { next: rows.at(-1)?.position }),
  }
}

/** Rows of events that keep the account alone are given its printed name. */
async function named<
  Row extends { readonly by: { readonly account: string; readonly name: string; readonly role: string } },
>(ports: Ports, rows: readonly Row[]): Promise<readonly Row[]> {
  if (rows.every(({ by }) => by.name !== '')) return rows
  const names = await namesOf(ports)
  return rows.map((row) =>
    row.by.name === '' ? { ...row, by: { ...row.by, name: names.get(row.by.account) ?? '' } } : row,
  )
}
