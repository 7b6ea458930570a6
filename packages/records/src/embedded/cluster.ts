import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import path from 'node:path'
import type { Binaries } from './binaries.ts'
import { serverEnvironment } from './environment.ts'
import { EmbeddedFailure } from './failure.ts'
import type { Place } from './folder.ts'
import type { Identity } from './identity.ts'
import { reach } from './reach.ts'

/** Makes the cluster on the first start, and refuses one that another major version of PostgreSQL wrote. */
export async function prepareCluster(place: Place, binaries: Binaries, identity: Identity): Promise<void> {
  if (existsSync(place.cluster)) return refuseOtherMajor(place, binaries.major)
  rmSync(place.unfinished, { recursive: true, force: true })
  mkdirSync(place.unfinished, { mode: 0o700 })
  if (identity !== undefined) chownSync(place.unfinished, identity.uid, identity.gid)
  chmodSync(place.unfinished, 0o700)
  await runInitdb(place, binaries, identity)
  renameSync(place.unfinished, place.cluster)
  syncFolder(place.folder)
}

function refuseOtherMajor(place: Place, major: number): void {
  const written = readFileSync(path.join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  if (Number.parseInt(written, 10) === major) return
  throw new EmbeddedFailure(
    'otherMajorVersion',
    `The data in ${place.folder} was written by PostgreSQL ${written}, and this version of Trialwright brings PostgreSQL ${major}; use the version that wrote it, or move the data with PostgreSQL's own tools.`,
  )
}

async function runInitdb(place: Place, binaries: Binaries, identity: Identity): Promise<void> {
  const { cwd, folder } = reach(place.unfinished, identity)
  const options = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums']
  // As for the folder: a dropped user may not be able to follow the path of the password, but inherits the open file.
  const password = openSync(place.password, 'r')
  const passwordFile = identity === undefined ? place.password : '/dev/fd/3'
  const child = spawn(binaries.initdb, [...options, '--no-instructions', `-D${folder}`, `--pwfile=${passwordFile}`], {
    ...identity,
    cwd,
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', password],
  })
  closeSync(password)
  let complaint = ''
  child.stderr?.on('data', (text) => (complaint += String(text)))
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', (error) => (complaint += error.message))
    child.once('close', resolve)
  })
  if (code !== 0) {
    const reason = complaint.trim().replaceAll(/\s+/g, ' ')
    throw new EmbeddedFailure(
      'initialisationFailed',
      `PostgreSQL could not set up ${place.folder} (${reason}); mend that, or set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  }
}

/** Makes the rename itself survive a power cut. Windows cannot open folders and needs no such step. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
