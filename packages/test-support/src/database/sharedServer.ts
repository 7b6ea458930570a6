import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type EmbeddedDatabase, startEmbedded } from '@trialwright/records'
import { FOLDER_PREFIX, sweepLeftovers } from './leftovers.ts'
import { makeTemplate, type Template } from './template.ts'

export type SharedServer = Template & { readonly adminUrl: string }

/** One PostgreSQL for the whole run, without syncs to disk, with a migrated database to copy from. */
export function createSharedServer(): { start(): Promise<SharedServer>; stop(): Promise<void> } {
  let starting: Promise<EmbeddedDatabase> | undefined
  const folder = path.join(os.tmpdir(), FOLDER_PREFIX)
  let home: string | undefined
  return {
    async start() {
      await sweepLeftovers()
      home = mkdtempSync(folder)
      starting = startEmbedded({ folder: path.join(home, 'postgres'), durable: false })
      const { adminUrl } = await starting
      return { adminUrl, ...(await makeTemplate(adminUrl)) }
    },
    async stop() {
      const database = await starting?.catch(() => undefined)
      await database?.stop()
      if (home !== undefined) rmSync(home, { recursive: true, force: true })
    },
  }
}
