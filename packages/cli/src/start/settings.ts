import type { Mode } from '@trialwright/conduct'
import { checkSettings, listAccounts, openCounters, type Pools } from '@trialwright/records'
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

/** Everybody knows a demo account's password: none may be in use where trial data are. */
export async function refuseDemoAccounts(pools: Pools): Promise<void> {
  const demo = (await listAccounts(pools.access)).filter((account) => account.demo && !account.disabled)
  if (demo.length > 0)
    throw new Stop(
      `The data hold ${demo.length} demo accounts in use, whose password everybody knows; the first is the demo account ${demo[0]?.login}. Use another data folder, or end them first.`,
    )
}
