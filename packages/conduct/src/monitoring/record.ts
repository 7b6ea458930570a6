import { digestOf } from '../digest.ts'
import type { Evidence } from './evidence.ts'
import type { MonitoringVisit } from './state.ts'

/** SHA-256, hex, of what the monitor signs: the visit as recorded and what the record tells of its day. Closing an action later changes nothing signed. */
export const reportHash = (visit: MonitoringVisit, evidence: Evidence): string => {
  const { id, site, day, kind, people, reviewed, auditReview, findings } = visit
  return digestOf({ id, site, day, kind, people, reviewed, auditReview, findings, evidence })
}
