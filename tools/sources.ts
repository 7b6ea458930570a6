import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the repository: its path from the root, with `/`, and its text. */
export type Source = { readonly path: string; readonly text: string }

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Folders that hold nothing written by people. */
const GENERATED = new Set(['node_modules', '.git', 'dist', 'coverage'])

/** Every file of the repository whose name ends as asked. Does not ask git, which refuses in a folder of another user. */
export function readSources(...endings: readonly string[]): readonly Source[] {
  return filesBelow('')
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .map(readSource)
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name)
    if (entry.isDirectory()) return GENERATED.has(entry.name) || file === 'data' ? [] : filesBelow(file)
    return entry.isFile() ? [file] : []
  })
}

export function readSource(file: string): Source {
  return { path: file, text: readFileSync(path.join(ROOT, file), 'utf8') }
}

/** Prints what was found, one sentence a line, and fails the process if there is anything. */
export function report(name: string, findings: readonly string[]): void {
  for (const finding of findings) console.error(finding)
  if (findings.length > 0) process.exitCode = 1
  else console.log(`${name}: nothing to mend`)
}
