import type { Refusal } from '@trialwright/protocol'
import { checkSettings, listAccounts } from '@trialwright/records'
import type { Ports } from './ports.ts'
import { demoAccountExists, unsafeSetting } from './refusals.ts'

/** What of the installation forbids opening a study outside demo mode: a demo account, a setting that can lose data. */
export async function productionRefusals(ports: Ports): Promise<readonly Refusal[]> {
  if (ports.mode === 'demo') return []
  const [settings, accounts] = await Promise.all([checkSettings(ports.pools.audit), listAccounts(ports.pools.access)])
  const demo = accounts.filter((account) => account.demo && !account.disabled)
  return [
    ...settings.map(({ setting, shouldBe, text }) => unsafeSetting(setting, shouldBe, text)),
    ...(demo.length > 0 ? [demoAccountExists] : []),
  ]
}
