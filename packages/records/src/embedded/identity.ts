import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { EmbeddedFailure } from './failure.ts'

/** The user PostgreSQL runs as; undefined means the user of this process. */
export type Identity = { readonly uid: number; readonly gid: number } | undefined

/**
 * PostgreSQL refuses to run as root. Started as root we drop to the owner of the data, and for new data to `nobody`,
 * which every system has, instead of creating a user on somebody else's machine.
 */
export function serverIdentity(folder: string): Identity {
  if (process.getuid?.() !== 0) return undefined
  const cluster = path.join(folder, 'cluster')
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster)
    return { uid, gid }
  }
  const nobody = findUser('nobody')
  if (nobody === undefined) {
    throw new EmbeddedFailure(
      'noDroppedUser',
      'PostgreSQL does not run as root and this system has no user "nobody"; start as an ordinary user, or set DATABASE_URL.',
    )
  }
  return nobody
}

function findUser(name: string): Identity {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}
