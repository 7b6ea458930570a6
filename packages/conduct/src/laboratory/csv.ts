import type { FileRefusal } from './types.ts'
import { refuse } from '../refusals/refuse.ts'

export interface CsvLine {
  /** Line of the file it begins on, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * Reads comma- or semicolon-separated values by RFC 4180, strictly: a quote stands at the edges of a cell or doubled inside
 * a quoted one, a line ends in LF or CRLF, nothing is trimmed. What is doubtful is refused where it stands.
 */
export function readCsv(
  text: string,
  separator: ';' | ',',
): { readonly lines: readonly CsvLine[]; readonly refusals: readonly FileRefusal[] } {
  const lines: CsvLine[] = []
  const refuseAt = (line: number) => ({ lines, refusals: [{ line, refusal: refuse('csvQuotes') }] })
  let cells: string[] = []
  let [line, begun, at] = [1, 1, 0]
  const endLine = () => {
    lines.push({ line: begun, cells })
    cells = []
    begun = line
  }
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      const opened = line
      for (at += 1; ; at += 1) {
        if (at >= text.length) return refuseAt(opened)
        if (text[at] === '"') {
          if (text[at + 1] !== '"') break
          at += 1
        }
        if (text[at] === '\n') line += 1
        cell += text[at]
      }
      at += 1
    } else {
      while (at < text.length && text[at] !== separator && !isLineEnd(text, at)) {
        if (text[at] === '"') return refuseAt(line)
        cell += text[at]
        at += 1
      }
    }
    cells.push(cell)
    if (at >= text.length) break
    if (text[at] === separator) {
      at += 1
      if (at >= text.length) cells.push('')
    } else if (isLineEnd(text, at)) {
      at += text[at] === '\r' ? 2 : 1
      line += 1
      endLine()
    } else return refuseAt(line)
  }
  if (cells.length > 0) endLine()
  return { lines, refusals: [] }
}

const isLineEnd = (text: string, at: number): boolean =>
  text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n')
