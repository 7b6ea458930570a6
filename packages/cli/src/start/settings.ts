import type { Mode } from '@trialwright/conduct'
import { checkSettings, openCounters, type Pools } from '@trialwright/records'
import { Stop } from '../stop.ts'

/**
 * Settings of the database with which data can be lost: a warning in demo mode, a refusal to start elsewhere. Counters that
 * are not closed are told in every mode, since nothing they tell depends on an arm.
 */
export async function findingsOf(pools: Pools, mode: Mode): Promise<readonly string[]> {
  const findings = await checkSettings(pools.audit)
  const lines = findings.map(({ text }) => text.en)
  if (mode === 'production' && lines[0] !== undefined) throw new Stop(lines[0])
  return [...lines, ...(await openCounters(pools.audit)).map(({ en }) => en)]
}
