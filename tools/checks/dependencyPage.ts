import type { Source } from '../sources.ts'

const LISTS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
type Manifest = Partial<Record<(typeof LISTS)[number], Readonly<Record<string, string>>>>

/** Every direct dependency has a row with its exact version in the page, and every row is a direct dependency. */
export function checkDependencyPage(manifests: readonly Source[], page: Source): readonly string[] {
  const rows = [...page.text.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, name = '', version = '']) => ({
    name,
    version: version.trim(),
  }))
  const direct = manifests.flatMap(directDependencies)
  return [
    ...direct.flatMap(({ name, version, path }) => {
      if (!/^\d+\.\d+\.\d+/.test(version))
        return [`${path}: ${name} has the version "${version}"; give one exact version.`]
      const row = rows.find((candidate) => candidate.name === name)
      if (row === undefined) return [`${page.path}: has no row for ${name} ${version}, which ${path} declares.`]
      return row.version === version
        ? []
        : [`${page.path}: says ${name} ${row.version}, but ${path} declares ${version}.`]
    }),
    ...rows
      .filter(({ name }) => !direct.some((dependency) => dependency.name === name))
      .map(({ name }) => `${page.path}: ${name} is no direct dependency any more; remove its row.`),
  ]
}

function directDependencies({ path, text }: Source): readonly { name: string; version: string; path: string }[] {
  const manifest = JSON.parse(text) as Manifest
  return LISTS.flatMap((list) => Object.entries(manifest[list] ?? {}))
    .filter(([name]) => !name.startsWith('@trialwright/'))
    .map(([name, version]) => ({ name, version, path }))
}
