import { readFileSync } from 'node:fs'
import { WebR } from 'webr'

/** R, run as WebAssembly in a thread of this process: nothing to install. */
export interface R {
  /** The text that an expression of R gives. */
  text(expression: string): Promise<string>
  stop(): Promise<void>
}

/** Starts R and loads a file of definitions from beside this one. */
export async function startR(file: string): Promise<R> {
  const r = new WebR({ interactive: false })
  await r.init()
  await r.evalRVoid(readFileSync(new URL(file, import.meta.url), 'utf8'))
  return {
    text: (expression) => r.evalRString(expression),
    stop: async () => r.close(),
  }
}

/** A value as R would write it: texts, numbers, lists of them as vectors, records as named vectors of whatever `as` says. */
export function literal(value: unknown, as: 'c' | 'list' = 'c'): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'c()' : `c(${value.map((part) => literal(part)).join(', ')})`
  if (typeof value === 'object' && value !== null)
    return `${as}(${Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => `${JSON.stringify(name)} = ${literal(part)}`)
      .join(', ')})`
  throw new TypeError(`R has no word for ${String(value)}`)
}
