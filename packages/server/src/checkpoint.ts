import { openLogHead } from '@trialwright/records'
import type { Ports } from './ports.ts'

/** Size and root hash of the study's open log. */
export async function checkpoint(ports: Ports, studyId: string) {
  const { size, root } = await openLogHead(ports.pools.audit, studyId)
  return { log: 'open' as const, size, root }
}
