import { readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startEmbedded } from '@trialwright/records'

export const FOLDER_PREFIX = 'trialwright-test-'
/** Younger folders may belong to a run that is about to lock them. */
const SAFE_AGE_MS = 10 * 60_000

/** Ends the servers of earlier runs that were killed, and removes their data. Those of living runs refuse, and stay. */
export async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(os.tmpdir()).filter((entry) => entry.startsWith(FOLDER_PREFIX))) {
    const home = path.join(os.tmpdir(), name)
    try {
      if (Date.now() - statSync(home).mtimeMs < SAFE_AGE_MS) continue
      const leftover = await startEmbedded({ folder: path.join(home, 'postgres'), durable: false })
      await leftover.stop()
      rmSync(home, { recursive: true, force: true })
    } catch {
      // in use, or not ours
    }
  }
}
