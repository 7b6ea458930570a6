import { setTimeout as sleep } from 'node:timers/promises'
import { adminUrl, askDurable } from './connection.ts'
import { EmbeddedFailure } from './failure.ts'
import type { Place } from './folder.ts'
import { type Postmaster, readPostmaster, stopPostmaster } from './postmaster.ts'
import { processState, waitUntilGone } from './processes.ts'

/** A killed server may stay a zombie for seconds where process 1 is slow, and PostgreSQL refuses to start beside it. */
const ZOMBIE_LIMIT_MS = 30_000
/** A server that lives but does not answer is starting, recovering or stopping. */
const ANSWER_LIMIT_MS = 120_000

/**
 * A kill -9 of our process leaves PostgreSQL running. Such an orphan is taken over, if it runs as wanted; one that does
 * not is stopped. Returns undefined when a new server is to be started.
 */
export async function adoptOrphan(place: Place, password: string, durable: boolean): Promise<Postmaster | undefined> {
  const deadline = performance.now() + ANSWER_LIMIT_MS
  for (;;) {
    const orphan = readPostmaster(place.cluster)
    if (orphan === undefined) return undefined
    const state = processState(orphan.pid)
    if (state === 'gone') return undefined
    if (state === 'zombie') {
      await waitUntilGone(orphan.pid, ZOMBIE_LIMIT_MS)
      return undefined
    }
    const syncs = await askDurable(adminUrl(orphan.port, password))
    if (syncs === durable) return orphan
    if (syncs !== undefined) {
      await stopPostmaster(orphan.pid)
      return undefined
    }
    if (performance.now() > deadline) throw notAnswering(place, orphan.pid)
    await sleep(100)
  }
}

function notAnswering(place: Place, pid: number): EmbeddedFailure {
  return new EmbeddedFailure(
    'startFailed',
    `Process ${pid}, which PostgreSQL's file postmaster.pid in ${place.cluster} names as its server, runs but does not answer; if it is another program, restart the machine, otherwise stop that process.`,
  )
}
