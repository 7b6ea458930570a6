import path from 'node:path'
import type { Identity } from './identity.ts'

/** How a child process names a folder: where it starts, and the folder's name as seen from there. */
export type Reach = { readonly cwd: string; readonly folder: string }

/**
 * As root the data may lie below a folder closed to others, such as root's home, where the dropped user could not follow
 * the path. A child's working folder is set before its user, so Linux's `/proc/self/cwd` leads there without the path.
 * The name holds for PostgreSQL because it works in its data folder and never leaves it.
 */
export function reach(folder: string, identity: Identity): Reach {
  if (identity !== undefined && process.platform === 'linux') return { cwd: folder, folder: '/proc/self/cwd' }
  return { cwd: folder, folder: path.resolve(folder) }
}
