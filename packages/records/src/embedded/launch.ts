import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { serverEnvironment } from './environment.ts'
import { EmbeddedFailure } from './failure.ts'
import type { Place } from './folder.ts'
import type { Identity } from './identity.ts'
import { type Postmaster, readPostmaster } from './postmaster.ts'
import { reach } from './reach.ts'
import { serverSettings, settingArguments } from './settings.ts'

/** Retries cover a port taken between choice and use, and a dying server that PostgreSQL still sees. */
const RETRY_LIMIT_MS = 30_000
/** Recovery after a crash reads back the log since the last checkpoint, which can take minutes on a slow disk. */
const READY_LIMIT_MS = 600_000

export async function launch(
  place: Place,
  binaries: Binaries,
  identity: Identity,
  durable: boolean,
): Promise<Postmaster> {
  const deadline = performance.now() + RETRY_LIMIT_MS
  for (;;) {
    const child = spawnPostgres(place, binaries, identity, serverSettings(await freePort(), durable))
    const postmaster = await untilReady(child, place)
    if (postmaster !== undefined) return postmaster
    if (performance.now() > deadline) throw startFailed(place)
    await sleep(250)
  }
}

function spawnPostgres(
  place: Place,
  binaries: Binaries,
  identity: Identity,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const { cwd, folder } = reach(place.cluster, identity)
  const log = openSync(place.startLog, 'w', 0o600)
  const child = spawn(binaries.postgres, ['-D', folder, ...settingArguments(settings)], {
    ...identity,
    cwd,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    // its own process group: Ctrl-C reaches us first, and we stop it when our own work has ended
    detached: true,
  })
  closeSync(log)
  child.unref()
  return child
}

/** The running server, or undefined when the child ended before it was ready. */
async function untilReady(child: ChildProcess, place: Place): Promise<Postmaster | undefined> {
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  const deadline = performance.now() + READY_LIMIT_MS
  while (!ended) {
    const postmaster = readPostmaster(place.cluster)
    if (postmaster?.ready && postmaster.pid === child.pid) return postmaster
    if (performance.now() > deadline) throw startFailed(place)
    await sleep(20)
  }
  return undefined
}

function startFailed(place: Place): EmbeddedFailure {
  const said = readFileSync(place.startLog, 'utf8').trim().split('\n').slice(-3).join(' ')
  return new EmbeddedFailure('startFailed', `PostgreSQL did not start on ${place.folder}: ${said}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
