import type { Source } from '../sources.ts'

const LIMIT = 300

/** A file that needs scrolling for minutes holds more than one idea. */
export function checkFileLength(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ text }) => text.split('\n').length > LIMIT + 1)
    .map(({ path, text }) => `${path}: has ${text.split('\n').length} lines, more than ${LIMIT}; split it by idea.`)
}
