import { setTimeout as sleep } from 'node:timers/promises'
import { connectedTo } from '@trialwright/test-support'
import type { App } from './apps.ts'
import type { KillableDatabase } from './database.ts'

/** What can happen while many are randomised at once. */
export type Fault = 'rollback' | 'lostConnection' | 'pause' | 'killedApp' | 'killedDatabase'

/** By turns; a database takes seconds to recover, and so comes less often. */
export const faults: readonly Fault[] = [
  'rollback',
  'lostConnection',
  'killedApp',
  'rollback',
  'pause',
  'lostConnection',
  'killedApp',
  'rollback',
  'killedDatabase',
  'pause',
]

/** Meets a statement of the application under way; tries for a while, since most are quick. */
async function meet(database: KillableDatabase, act: 'pg_cancel_backend' | 'pg_terminate_backend'): Promise<boolean> {
  return connectedTo(database.adminUrl(), async (client) => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const { rowCount } = await client.query(
        act === 'pg_cancel_backend'
          ? `select pg_cancel_backend(pid) from pg_stat_activity where usename = 'trialwright_blinded' and state = 'active' limit 1`
          : `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'trialwright_blinded' and state = 'active' limit 1`,
      )
      if (rowCount === 1) return true
    }
    return false
  })
}

/** Makes one happen; tells whether it met anybody. */
export async function make(fault: Fault, database: KillableDatabase, apps: readonly App[], app: App): Promise<boolean> {
  switch (fault) {
    case 'rollback':
      return meet(database, 'pg_cancel_backend')
    case 'lostConnection':
      return meet(database, 'pg_terminate_backend')
    case 'pause':
      app.pause()
      await sleep(300)
      app.resume()
      return true
    case 'killedApp':
      app.kill()
      return true
    case 'killedDatabase':
      await database.killAndRecover()
      for (const each of apps) each.use(database.config())
      return true
  }
}
