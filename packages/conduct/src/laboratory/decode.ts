import type { FileRefusal } from './types.ts'
import { refuse } from '../refusals/refuse.ts'

/** Most bytes of a file: a thousand rows of nearly four hundred characters. */
export const mostBytes = 380_000
/** Most lines with results. */
export const mostRows = 1_000

/** The text of a file in UTF-8, with or without a byte order mark; any other encoding is refused in words. */
export function decode(bytes: Uint8Array): { readonly text: string } | FileRefusal {
  if (bytes.length === 0) return { refusal: refuse('fileEmpty') }
  if (bytes.length > mostBytes) return { refusal: refuse('fileTooLarge', { most: mostBytes }) }
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) return { line: 1, refusal: refuse('fileEncoding', { encoding: 'UTF-16' }) }
  const nul = bytes.indexOf(0)
  if (nul >= 0) return { line: lineOf(bytes, nul), refusal: refuse('fileNotText') }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return {
      line: lineOf(bytes, firstUnreadable(bytes)),
      refusal: refuse('fileEncoding', { encoding: 'Windows-1252' }),
    }
  }
}

const lineOf = (bytes: Uint8Array, at: number): number =>
  bytes.subarray(0, at).reduce((count, byte) => count + (byte === 10 ? 1 : 0), 1)

/** Place of the first byte that is no UTF-8: where the longest readable beginning ends. */
function firstUnreadable(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    try {
      // Streaming: a character cut off at the end is not yet wrong.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true })
      low = middle
    } catch {
      high = middle - 1
    }
  }
  return low
}
