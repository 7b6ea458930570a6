import {
  type Evidence,
  evidenceOf,
  type MonitoringVisit,
  ofTheDay,
  type ParticipantEvent,
  sinceTheBeginning,
  type Stored,
} from '@trialwright/conduct'
import { readTrail } from '@trialwright/records'
import { timeZoneOf } from './http/call.ts'
import type { StudyCall } from './routes/route.ts'

/** What the record tells of a visit's day at its site. */
export async function evidenceFor({ ports, study }: StudyCall, visit: MonitoringVisit): Promise<Evidence> {
  const { site, day } = visit
  const timeZone = timeZoneOf(study.compiled, site)
  const read = async (types: readonly string[], from?: string) => {
    const found: Stored<ParticipantEvent>[] = []
    let before: number | undefined
    do {
      const query = { sites: [site], types, from, until: day, timeZone, before, limit: 500 }
      const page = await readTrail(ports.pools.blinded, study.id, query, [])
      found.push(...page.rows.map(({ event }) => event as unknown as Stored<ParticipantEvent>))
      before = page.next
    } while (before !== undefined)
    return found
  }
  return evidenceOf(visit, await read(ofTheDay, day), await read(sinceTheBeginning))
}
