import { type DeviationDocument, deviationRows, type DeviationRow } from '@trialwright/conduct'
import { type PageQuery, readModel } from '@trialwright/records'
import { timeZoneOf } from './http/call.ts'
import type { OpenStudy, Ports } from './ports.ts'

export interface ListedDeviation extends DeviationRow {
  readonly code: string
  readonly site: string
}

/** Deviations of the sites as of each site's present day, oldest first. One round trip per thousand participants. */
export async function listDeviations(
  ports: Ports,
  study: OpenStudy,
  sites: readonly string[] | undefined,
): Promise<readonly ListedDeviation[]> {
  const rows: ListedDeviation[] = []
  let after: PageQuery['after']
  do {
    const page = await readModel<DeviationDocument>(ports.pools.blinded, study.id, 'deviations', {
      sites,
      after,
      limit: 1_000,
    })
    for (const { document } of page.rows) {
      const { code, site, found } = document
      const today = ports.clock.today(timeZoneOf(study.compiled, site))
      rows.push(...deviationRows(found, document, today).map((row) => ({ ...row, code, site })))
    }
    after = page.next
  } while (after)
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** What the list is ordered by, and a page ends with. */
export const keyOf = ({ day, code, key }: ListedDeviation): string => `${day} ${code} ${key}`
