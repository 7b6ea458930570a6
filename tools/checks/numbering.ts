import type { Source } from '../sources.ts'

/** Migrations are numbered from one without gaps, no number twice: without it no server starts. Two written at once meet here. */
export const checkNumbering = (folder: string, sources: readonly Source[]): readonly string[] =>
  sources
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`${folder}/`))
    .toSorted()
    .flatMap((path, index) => {
      const wanted = String(index + 1).padStart(4, '0')
      return path.startsWith(`${folder}/${wanted}-`) ? [] : [`${path}: should have number ${wanted}.`]
    })
