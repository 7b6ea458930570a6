import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the repository: its path from the root, with `/`, and its text. */
export type Source = { readonly path: string; readonly text: string }

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Every file that git knows or would add, whose name ends as asked. */
export function readSources(...endings: readonly string[]): readonly Source[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
  return listed
    .toString()
    .split('\0')
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && existsSync(path.join(ROOT, file)))
    .map((file) => ({ path: file, text: readFileSync(path.join(ROOT, file), 'utf8') }))
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
