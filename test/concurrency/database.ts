import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { migrate, newPasswords, type PoolsConfig, startEmbedded } from '@trialwright/records'
import { connectedTo } from '@trialwright/test-support'

/** A durable database of the test's own, whose processes can all be killed at once. */
export interface KillableDatabase extends AsyncDisposable {
  readonly config: () => PoolsConfig
  readonly adminUrl: () => string
  /** kill -9 of the server and of every process of it; then a new start, with recovery, elsewhere on this machine. */
  killAndRecover(): Promise<void>
}

export async function killableDatabase(): Promise<KillableDatabase> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'trialwright-concurrency-'))
  const start = () => startEmbedded({ folder: path.join(home, 'postgres'), durable: true })
  let running = await start()
  const passwords = newPasswords()
  await migrate(running.adminUrl, passwords)
  return {
    adminUrl: () => running.adminUrl,
    config: () => ({ url: running.adminUrl, passwords, connections: 4 }),
    async killAndRecover() {
      const server = await connectedTo(running.adminUrl, async (client) => {
        const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
        return parentOf(rows[0]!.pid)!
      })
      for (const pid of [server, ...childrenOf(server)]) kill(pid)
      await running.stop()
      running = await start()
    },
    async [Symbol.asyncDispose]() {
      await running.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // it was quicker
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

const childrenOf = (parent: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent)
