import type { Source } from '../sources.ts'

type Lock = { readonly packages: Readonly<Record<string, Locked>> }
type Locked = {
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly version?: string
}

/**
 * The lock file names no registry, so that every clone asks its own, and each foreign package has its checksum. Platform
 * packages that a parent names must be there too: npm drops those it did not find, and `npm ci` then fails.
 */
export function checkLockfile(lockfile: Source): readonly string[] {
  const { packages } = JSON.parse(lockfile.text) as Lock
  const foreign = Object.entries(packages).filter(([folder]) => folder.includes('node_modules/'))
  return [
    ...foreign
      .filter(([, entry]) => entry.link !== true && entry.resolved !== undefined)
      .map(
        ([name, { resolved }]) =>
          `${lockfile.path}: ${name} names where it came from (${resolved}); remove "resolved".`,
      ),
    ...foreign
      .filter(([, entry]) => entry.link !== true && entry.integrity === undefined)
      .map(([name]) => `${lockfile.path}: ${name} has no checksum; install it again from the registry.`),
    ...missingOptional(packages).map(
      (name) => `${lockfile.path}: ${name} is missing, npm ci would fail; pin another version.`,
    ),
  ]
}

function missingOptional(packages: Lock['packages']): readonly string[] {
  const known = new Set(Object.keys(packages).map((folder) => folder.slice(folder.lastIndexOf('node_modules/') + 13)))
  const wanted = Object.values(packages).flatMap((entry) =>
    Object.keys((entry as { optionalDependencies?: Record<string, string> }).optionalDependencies ?? {}),
  )
  return [...new Set(wanted)].filter((name) => !known.has(name))
}
