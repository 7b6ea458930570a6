import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { EmbeddedFailure } from './failure.ts'
import type { Place } from './folder.ts'
import type { Identity } from './identity.ts'

/** The superuser's password, made once per cluster and kept beside it, readable by its owner only. */
export function superuserPassword(place: Place, identity: Identity): string {
  if (existsSync(place.password)) return readFileSync(place.password, 'utf8').trim()
  if (existsSync(place.cluster)) {
    throw new EmbeddedFailure(
      'passwordMissing',
      `The data in ${place.folder} is there but the file ${place.password} is missing; restore it from the same backup as the data.`,
    )
  }
  const password = randomBytes(32).toString('base64url')
  writeFileSync(place.password, `${password}\n`, { mode: 0o600, flush: true })
  // initdb reads it as the server's user
  if (identity !== undefined) chownSync(place.password, identity.uid, identity.gid)
  return password
}
