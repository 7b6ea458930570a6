import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createDemoAccounts, demoAccounts } from '@trialwright/cli'
import { compileStudy, hashOf } from '@trialwright/protocol/compile'
import {
  migrate,
  openPools,
  type Passwords,
  readOrCreatePasswords,
  registerStudy,
  startEmbedded,
} from '@trialwright/records'
import { canonicalText } from '@trialwright/server'
import { backToBasic } from '@trialwright/study-back-to-basic'

export const compiled = compileStudy(backToBasic)

/** A data folder with a durable database, the study and the demo's accounts in it; the database is stopped again. */
export async function install(): Promise<{ readonly folder: string } & ReturnType<typeof demoAccounts>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trialwright-killed-'))
  const { adminUrl, stop } = await startEmbedded({ folder: path.join(folder, 'postgres'), durable: true })
  try {
    return { folder, ...(await furnish(adminUrl, readOrCreatePasswords(path.join(folder, 'roles.json')))) }
  } finally {
    await stop()
  }
}

async function furnish(adminUrl: string, passwords: Passwords): Promise<ReturnType<typeof demoAccounts>> {
  await migrate(adminUrl, passwords)
  const pools = openPools({ url: adminUrl, passwords })
  await registerStudy(pools.blinded, {
    studyId: compiled.id,
    mode: 'demo',
    definitionHash: hashOf(compiled),
    compiled: canonicalText(compiled),
  })
  const demo = demoAccounts(compiled)
  await createDemoAccounts(pools, compiled.id, demo)
  await pools.close()
  return demo
}

/** Looks at what an installation holds once nobody uses it any more, and removes it. */
export async function takeDown(folder: string, look: (adminUrl: string) => Promise<void>): Promise<void> {
  const { adminUrl, stop } = await startEmbedded({ folder: path.join(folder, 'postgres'), durable: true })
  try {
    await look(adminUrl)
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
