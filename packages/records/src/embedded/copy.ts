import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Identity } from './identity.ts'

/** True when every user may run the binaries: they, and each folder on the way, are open to others. */
export function isWithinReach(home: string): boolean {
  return isPassable(path.join(home, 'bin', 'postgres')) && isPassable(path.join(home, 'lib'))
}

function isPassable(folder: string): boolean {
  const parent = path.dirname(folder)
  return (statSync(folder).mode & 0o001) === 0o001 && (parent === folder || isPassable(parent))
}

/**
 * Copies the binaries (60 MB, well under a second) to where the server's user can run them, once per version. Only a
 * folder that others cannot write is kept for the next start: a planted binary would run as our server.
 */
export function copyWithinReach(home: string, version: string, identity: Identity): string {
  const cache = identity === undefined ? path.join(os.homedir(), '.cache', 'trialwright') : '/var/cache/trialwright'
  const kept = path.join(cache, `postgresql-${version}-${process.arch}`)
  if (existsSync(kept)) return kept
  try {
    mkdirSync(cache, { recursive: true, mode: 0o755 })
    const fresh = copyInto(home, mkdtempSync(path.join(cache, 'copying-')))
    return keep(fresh, kept)
  } catch {
    return copyInto(home, mkdtempSync(path.join(os.tmpdir(), 'trialwright-postgresql-')))
  }
}

function copyInto(home: string, folder: string): string {
  cpSync(home, folder, { recursive: true, verbatimSymlinks: true })
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const file = path.join(entry.parentPath, entry.name)
    const { mode } = statSync(file)
    chmodSync(file, mode | (mode & 0o100 ? 0o555 : 0o444))
  }
  return folder
}

/** A rename shows the copy whole or not at all, also to a second start at the same moment. */
function keep(fresh: string, kept: string): string {
  try {
    renameSync(fresh, kept)
  } catch {
    rmSync(fresh, { recursive: true, force: true })
  }
  return kept
}
