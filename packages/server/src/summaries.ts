import { asOf, type ParticipantSummary } from '@trialwright/conduct'
import { changedDocuments } from '@trialwright/records'
import { timeZoneOf } from './http/call.ts'
import { inTurn } from './in-turn.ts'
import type { OpenStudy, Ports } from './ports.ts'

/** The list's rows of a study as this process holds them, brought to each site's present day. */
interface Shelf {
  /** The day of each site the rows hold for. */
  days: string
  revision: number
  readonly stored: Map<string, ParticipantSummary>
  readonly shown: Map<string, ParticipantSummary>
  /** A row changed since those in order were made. */
  changed: boolean
  /** In order of code; made anew when a row changed. */
  sorted: readonly ParticipantSummary[]
  /** Of them those of some sites, by the sites' names. */
  readonly ofSites: Map<string, readonly ParticipantSummary[]>
}

export interface Wanted {
  /** Absent: of all sites. */
  readonly sites?: readonly string[] | undefined
}

const shelves = new WeakMap<Ports, Map<string, Shelf>>()

/**
 * The list's rows, brought to each site's present day, in order of their codes. They are held in memory, some four kilobytes
 * each; a request asks the records for those that changed since the last one. Other servers' writes are seen the same way.
 * For the same sites the same array is given until a row changes, so that what is made of all rows can be kept with it.
 */
export async function summaries(
  ports: Ports,
  study: OpenStudy,
  { sites }: Wanted = {},
): Promise<readonly ParticipantSummary[]> {
  const shelf = await inTurn(`summaries ${study.id}`, () => refreshed(ports, study))
  if (sites === undefined) return shelf.sorted
  const name = JSON.stringify(sites.toSorted())
  const rows = shelf.ofSites.get(name) ?? shelf.sorted.filter(({ site }) => sites.includes(site))
  shelf.ofSites.set(name, rows)
  return rows
}

async function refreshed(ports: Ports, study: OpenStudy): Promise<Shelf> {
  const shelf = shelfOf(ports, study)
  const today = (site: string) => ports.clock.today(timeZoneOf(study.compiled, site))
  const days = study.compiled.sites.map(({ id }) => today(id)).join(' ')
  if (days !== shelf.days) {
    shelf.days = days
    for (const [code, row] of shelf.stored) shelf.shown.set(code, asOf(row, today(row.site)))
    shelf.changed = true
  }
  // The last revision seen may still have been in writing, so it is asked for again.
  let from = { revision: shelf.revision - 1, key: '\uffff' }
  for (let more = true; more; ) {
    const page = await changedDocuments<ParticipantSummary>(ports.pools.blinded, study.id, 'participant', from)
    for (const { key, document } of page.rows) {
      const before = shelf.stored.get(key)
      if (before?.version === document.version && before.today === document.today) continue
      shelf.stored.set(key, document)
      shelf.shown.set(key, asOf(document, today(document.site)))
      shelf.changed = true
    }
    shelf.revision = page.rows.length === 0 ? shelf.revision : page.revision
    from = page
    more = page.more
  }
  if (shelf.changed) {
    // Ten thousand are put in order when somebody came, not when a row changed.
    const same = shelf.sorted.map(({ code }) => shelf.shown.get(code)!)
    const byCode = (a: ParticipantSummary, b: ParticipantSummary) => (a.code < b.code ? -1 : 1)
    shelf.sorted = same.length === shelf.shown.size ? same : [...shelf.shown.values()].toSorted(byCode)
    shelf.ofSites.clear()
    shelf.changed = false
  }
  return shelf
}

function shelfOf(ports: Ports, study: OpenStudy): Shelf {
  const ofPorts = shelves.get(ports) ?? new Map<string, Shelf>()
  shelves.set(ports, ofPorts)
  const shelf = ofPorts.get(study.id) ?? {
    days: '',
    revision: 0,
    stored: new Map(),
    shown: new Map(),
    changed: false,
    sorted: [],
    ofSites: new Map(),
  }
  ofPorts.set(study.id, shelf)
  return shelf
}
