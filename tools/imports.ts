import type { Source } from './sources.ts'

/** One import as written: from which file, at which line, of what. */
export type Import = { readonly path: string; readonly line: number; readonly of: string; readonly typeOnly: boolean }

const IMPORT =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|\brequire\(\s*['"]([^'"]+)['"]/gm

/** The imports of a file: static, dynamic, re-exports and types. Comments are left out first. */
export function importsOf({ path, text }: Source): readonly Import[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, blank).replaceAll(/^\s*\/\/.*$/gm, blank)
  return [...code.matchAll(IMPORT)].map((match) => ({
    path,
    line: code.slice(0, match.index).split('\n').length,
    of: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }))
}

function blank(comment: string): string {
  return comment.replaceAll(/[^\n]/g, ' ')
}
