import { asOf, type ParticipantSummary } from '@trialwright/conduct'
import { type PageQuery, readModel } from '@trialwright/records'
import { timeZoneOf } from './http/call.ts'
import type { OpenStudy, Ports } from './ports.ts'

/** The list's rows, brought to each site's present day, in order of their codes. One round trip per thousand. */
export async function summaries(
  ports: Ports,
  study: OpenStudy,
  wanted: Pick<PageQuery, 'sites' | 'prefix'> = {},
): Promise<readonly ParticipantSummary[]> {
  const rows: ParticipantSummary[] = []
  let after: PageQuery['after']
  do {
    const page = await readModel<ParticipantSummary>(ports.pools.blinded, study.id, 'participant', {
      ...wanted,
      after,
      limit: 1_000,
    })
    for (const { document } of page.rows)
      rows.push(asOf(document, ports.clock.today(timeZoneOf(study.compiled, document.site))))
    after = page.next
  } while (after)
  return rows
}
