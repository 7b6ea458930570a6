import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { inRoot } from '../place.ts'
import { Stop } from '../stop.ts'

const web = inRoot('packages', 'web')
export const pagesFolder = path.join(web, 'dist')
const stamp = path.join(pagesFolder, '.sources')

/** What the pages are made of; a change of any byte of it builds them anew. */
const sources = ['packages/web', 'packages/protocol/src', 'package-lock.json']
const generated = new Set(['node_modules', 'dist'])

/** Builds the web app unless it is built from these very sources. Returns its folder. */
export async function buildPages(say: (line: string) => void): Promise<string> {
  const hash = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return pagesFolder
  say('Building the pages, once for this version …')
  const vite = path.join(
    path.dirname(createRequire(path.join(web, 'package.json')).resolve('vite/package.json')),
    'bin',
    'vite.js',
  )
  const output: string[] = []
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Whoever asks for it, a test run too, builds the pages people are to use.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  child.stdout.on('data', (text) => output.push(String(text)))
  child.stderr.on('data', (text) => output.push(String(text)))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Stop(`The pages could not be built:\n${output.join('').trim()}`)
  writeFileSync(stamp, hash)
  return pagesFolder
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesBelow(inRoot(source)))) {
    hash.update(`${path.relative(inRoot(), file)}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesBelow(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .filter(({ name }) => !generated.has(name) && !/\.test\.tsx?$/.test(name))
    .flatMap(({ name }) => filesBelow(path.join(place, name)))
}
