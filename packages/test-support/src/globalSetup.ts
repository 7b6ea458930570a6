import type { TestProject } from 'vitest/node'
import { unpackChromium } from './browser/unpack.ts'
import { createSharedServer } from './database/sharedServer.ts'
import { lend } from './lend.ts'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = createSharedServer()
  const lending = await lend(project, { database: () => database.start(), chromium: unpackChromium })
  return async () => {
    lending.closeAllConnections()
    lending.close()
    await database.stop()
  }
}
