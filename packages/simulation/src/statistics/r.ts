import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** R, asked for texts. */
export interface R {
  readonly name: string
  /** The text that an expression of R gives. */
  text(expression: string): Promise<string>
  stop(): Promise<void>
}

/** R as WebAssembly in a thread of this process, with a file of definitions loaded: nothing to install. */
export async function startR(file: URL): Promise<R> {
  const { WebR } = await import('webr')
  const r = new WebR({ interactive: false })
  await r.init()
  await r.evalRVoid(readFileSync(file, 'utf8'))
  return {
    name: await r.evalRString('R.version.string'),
    text: (expression) => r.evalRString(expression),
    stop: async () => r.close(),
  }
}

/** An R installed on this machine, with the same definitions; undefined where there is none. */
export function installedR(file: URL): R | undefined {
  if (spawnSync('Rscript', ['--version'], { stdio: 'ignore' }).status !== 0) return undefined
  const run = (expression: string) =>
    execFileSync('Rscript', ['--vanilla', '-'], {
      input: `source(${literal(fileURLToPath(file))})\ncat(${expression})\n`,
      encoding: 'utf8',
    })
  return {
    name: run('R.version.string'),
    text: async (expression) => run(expression),
    stop: async () => undefined,
  }
}

/** The definitions of this package's statistics. */
export const analysisFile = new URL('analysis.R', import.meta.url)

/** A value as R would write it: texts, numbers, lists of them as vectors, records as named vectors of whatever `as` says. */
export function literal(value: unknown, as: 'c' | 'list' = 'c'): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return Number.isNaN(value) ? 'NA' : String(value)
  if (value === null) return 'NA'
  if (Array.isArray(value)) return value.length === 0 ? 'c()' : `c(${value.map((part) => literal(part)).join(', ')})`
  if (typeof value === 'object')
    return `${as}(${Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => `${JSON.stringify(name)} = ${literal(part)}`)
      .join(', ')})`
  throw new TypeError(`R has no word for ${typeof value}`)
}

/** Rows of numbers by their first column; NA is NaN. */
export function readRows(text: string): ReadonlyMap<string, readonly number[]> {
  return new Map(
    text.split('\n').map((line) => {
      const [name = '', ...numbers] = line.split('\t')
      return [name, numbers.map((each) => (each.trim() === 'NA' ? Number.NaN : Number(each)))]
    }),
  )
}
