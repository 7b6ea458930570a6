import { readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'

type Link = { readonly source: string; readonly target: string }

/**
 * The package ships its shared libraries without their usual second names and would make those in an install script; we
 * run no install scripts, so they are made here. Returns false when the folder cannot be written and one is missing.
 */
export function linkLibraries(home: string): boolean {
  if (process.platform === 'win32') return true
  const links = JSON.parse(readFileSync(path.join(home, 'pg-symlinks.json'), 'utf8')) as readonly Link[]
  for (const { source, target } of links) {
    try {
      symlinkSync(path.basename(source), path.join(home, path.relative('native', target)))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}
