import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { inRoot } from '../place.ts'
import { Stop } from '../stop.ts'

const web = inRoot('packages', 'web')
const built = path.join(web, 'dist')

/** What the pages are made of; a change of any byte of it builds them anew. */
const sources = ['packages/web', 'packages/protocol/src', 'package-lock.json']
const generated = new Set(['node_modules', 'dist'])

/**
 * Builds the web app unless it is built from these very sources. Returns its folder, which is named by them and appears
 * when whole: two who build at once do not disturb each other, nor a server that still serves older pages.
 */
export async function buildPages(say: (line: string) => void): Promise<string> {
  const folder = path.join(built, hashOfSources().slice(0, 16))
  if (existsSync(folder)) return folder
  say('Building the pages, once for this version …')
  const fresh = path.join(built, `building-${process.pid}`)
  try {
    await runVite(fresh)
    renameSync(fresh, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
  return folder
}

async function runVite(folder: string): Promise<void> {
  const vite = path.join(
    path.dirname(createRequire(path.join(web, 'package.json')).resolve('vite/package.json')),
    'bin',
    'vite.js',
  )
  const output: string[] = []
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--emptyOutDir', '--outDir', folder], {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Whoever asks for it, a test run too, builds the pages people are to use.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  child.stdout.on('data', (text) => output.push(String(text)))
  child.stderr.on('data', (text) => output.push(String(text)))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Stop(`The pages could not be built:\n${output.join('').trim()}`)
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
