import path from 'node:path'
import { type Import, importsOf } from '../imports.ts'
import type { Source } from '../sources.ts'

/** A workspace: its folder and what its package.json declares. */
export type Package = {
  readonly folder: string
  readonly name: string
  /** The doors of the package: its index, and others it names. */
  readonly exports?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const OWN = '@trialwright/'

/** What each package may import of the others. Tests may use the test support and their root's tools beside it. */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  conduct: ['protocol'],
  records: ['protocol', 'conduct'],
  exports: ['protocol', 'conduct'],
  simulation: ['protocol', 'conduct'],
  server: ['protocol', 'conduct', 'records', 'exports'],
  web: ['protocol'],
  cli: ['protocol', 'conduct', 'records', 'exports', 'server', 'simulation'],
  'test-support': ['records'],
}

/** Studies speak the protocol's language and no other; journeys and benches may use everything. */
function mayImport(folder: string): readonly string[] | 'everything' {
  const [top, name] = folder.split('/')
  if (top === 'studies') return ['protocol']
  if (top === 'packages') return ARROWS[name ?? ''] ?? []
  return 'everything'
}

/** Checks every import against the arrows. Returns a sentence for each that goes the wrong way. */
export function checkArrows(packages: readonly Package[], sources: readonly Source[]): readonly string[] {
  const undrawn = packages
    .filter(({ folder }) => folder.startsWith('packages/') && !(folder.slice('packages/'.length) in ARROWS))
    .map(
      ({ folder }) => `${folder}: tools/checks/arrows.ts does not say what this package may import; draw its arrows.`,
    )
  const wrong = packages.flatMap((owner) =>
    sources
      .filter((source) => source.path.startsWith(`${owner.folder}/`))
      .flatMap(importsOf)
      .flatMap((found) => judge(packages, owner, found).map((sentence) => `${found.path}:${found.line}: ${sentence}`)),
  )
  return [...undrawn, ...wrong]
}

function judge(packages: readonly Package[], owner: Package, found: Import): readonly string[] {
  if (found.of.startsWith('.')) return judgeRelative(owner, found)
  if (found.of.startsWith('node:')) return []
  if (found.of.startsWith(OWN)) return judgeOwn(packages, owner, found)
  return judgeForeign(owner, found)
}

function judgeRelative(owner: Package, found: Import): readonly string[] {
  const target = path.posix.join(path.posix.dirname(found.path), found.of)
  if (target.startsWith(`${owner.folder}/`)) return []
  return [`"${found.of}" leaves the folder ${owner.folder}; import the other package by its name.`]
}

function judgeOwn(packages: readonly Package[], owner: Package, found: Import): readonly string[] {
  const [target = '', ...inside] = found.of.slice(OWN.length).split('/')
  const name = `${OWN}${target}`
  if (inside.length > 0 && !isDoor(packages, name, `./${inside.join('/')}`)) {
    return [`"${found.of}" reaches into ${name}; a package is imported through its index, or a door its exports name.`]
  }
  const allowed = mayImport(owner.folder)
  if (allowed === 'everything' || allowed.includes(target) || isTestUse(found, target)) {
    return target === 'test-support' || declares(owner, name) ? [] : [undeclared(owner, name)]
  }
  const may = allowed.length === 0 ? 'no other package' : `only ${allowed.join(', ')}`
  return [
    `${owner.folder} may import ${may}, not ${target}: the arrows point from the rules outwards (docs/ARCHITECTURE.md).`,
  ]
}

function isDoor(packages: readonly Package[], name: string, door: string): boolean {
  return packages.find((candidate) => candidate.name === name)?.exports?.[door] !== undefined
}

function judgeForeign(owner: Package, found: Import): readonly string[] {
  const name = found.of
    .split('/')
    .slice(0, found.of.startsWith('@') ? 2 : 1)
    .join('/')
  if (declares(owner, name) || declares(owner, typesOf(name)) || isTool(found.path)) return []
  return [undeclared(owner, name)]
}

function isTestUse(found: Import, target: string): boolean {
  return target === 'test-support' && isTest(found.path)
}

function isTest(file: string): boolean {
  return /\.test(-d)?\.tsx?$|\/testing\//.test(file)
}

/** Tests, the test support and configuration use the root's tools (vitest, fast-check), which the root declares. */
function isTool(file: string): boolean {
  return (
    isTest(file) ||
    file.startsWith('packages/test-support/') ||
    /^(test|bench)\//.test(file) ||
    file.endsWith('.config.ts')
  )
}

function declares(owner: Package, name: string): boolean {
  return [owner.dependencies, owner.devDependencies, owner.optionalDependencies].some(
    (list) => list?.[name] !== undefined,
  )
}

/** `json-schema` is declared by its types alone: `@types/json-schema`. */
function typesOf(name: string): string {
  return `@types/${name}`
}

function undeclared(owner: Package, name: string): string {
  return `"${name}" is not declared in ${owner.folder}/package.json; declare it there, or do without it.`
}
