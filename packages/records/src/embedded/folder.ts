import { accessSync, chmodSync, chownSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { EmbeddedFailure } from './failure.ts'
import type { Identity } from './identity.ts'

/** Where the embedded server keeps its things. */
export type Place = {
  readonly folder: string
  /** PostgreSQL's own data folder. */
  readonly cluster: string
  /** A cluster being made; it holds nobody's data until it is renamed to `cluster`. */
  readonly unfinished: string
  readonly password: string
  readonly lock: string
  /** What PostgreSQL says before its own log is open. */
  readonly startLog: string
}

/** Makes the folder if needed, closed to other users, and shows that it can be written. */
export function prepareFolder(folder: string, identity: Identity): Place {
  const place = placeIn(path.resolve(folder))
  try {
    mkdirSync(place.folder, { recursive: true })
    accessSync(place.folder, constants.W_OK | constants.X_OK)
    if (!existsSync(place.cluster)) {
      chmodSync(place.folder, 0o700)
      if (identity !== undefined) chownSync(place.folder, identity.uid, identity.gid)
    }
  } catch (error) {
    throw notWritable(place.folder, error)
  }
  return place
}

export function notWritable(folder: string, error: unknown): EmbeddedFailure {
  const reason = (error as NodeJS.ErrnoException).code ?? String(error)
  return new EmbeddedFailure(
    'folderNotWritable',
    `The data folder ${folder} cannot be written (${reason}); give this user the right to write there, or choose another folder.`,
  )
}

function placeIn(folder: string): Place {
  return {
    folder,
    cluster: path.join(folder, 'cluster'),
    unfinished: path.join(folder, 'cluster.unfinished'),
    password: path.join(folder, 'superuser.password'),
    lock: path.join(folder, 'supervisor.lock'),
    startLog: path.join(folder, 'start.log'),
  }
}
