import { readFileSync } from 'node:fs'
import path from 'node:path'
import { EmbeddedFailure } from './failure.ts'
import { waitUntilGone } from './processes.ts'

/** PostgreSQL's first process, as it describes itself in `postmaster.pid`. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly ready: boolean }

/** PostgreSQL's own note in its data folder; undefined when there is none or it is not written to the end. We never delete it. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 && port > 0 ? { pid, port, ready: lines[7]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}

/** Stops the server: running statements end, nothing acknowledged is lost. Waits up to a minute. */
export async function stopPostmaster(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    return
  }
  if ((await waitUntilGone(pid, 60_000)) === 'running') {
    throw new EmbeddedFailure('stillRunning', `PostgreSQL (process ${pid}) has not stopped after a minute.`)
  }
}
