import { createHash, createHmac } from 'node:crypto'
import type { StratumList } from '../list.ts'

/*
 * A list made elsewhere, as a file (docs/list-file.md). Plain ASCII, one line feed after every line, four fields to a line:
 *
 *   trialwright-list,1,<study>,<number of rows>
 *   stratum,slot,arm,check
 *   north,1,active,<64 hexadecimal digits>
 *   …
 *   end,<number of rows>,,<64 hexadecimal digits>
 *
 * A row's check is a keyed hash over study, stratum, slot and arm, so a row fits its own place and no other; that of the end
 * is over the whole file before it, so nothing can be lost. The key is shared with the maker by another way than the file.
 */

export const fileMark = 'trialwright-list'
export const fileVersion = '1'
export const heading = 'stratum,slot,arm,check'

/** Names as they may stand in a file without quotes. */
export const namePattern = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/

/** HMAC-SHA-256, hex, over the parts as a JSON array without spaces. */
export const checkOf = (key: Uint8Array, ...parts: readonly (string | number)[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex')

/** The check of the last line: over the study, the number of rows, and the SHA-256 of everything before it. */
export const endCheckOf = (key: Uint8Array, study: string, rows: number, before: string): string =>
  checkOf(key, 'end', study, rows, createHash('sha256').update(before).digest('hex'))

/** The file a maker would send. */
export function writeListFile(
  lists: readonly Pick<StratumList, 'stratum' | 'arms'>[],
  { study, key }: { readonly study: string; readonly key: Uint8Array },
): string {
  const rows = lists.flatMap(({ stratum, arms }) =>
    arms.map((arm, index) => `${stratum},${index + 1},${arm},${checkOf(key, study, stratum, index + 1, arm)}`),
  )
  const before = [`${fileMark},${fileVersion},${study},${rows.length}`, heading, ...rows]
    .map((line) => `${line}\n`)
    .join('')
  return `${before}end,${rows.length},,${endCheckOf(key, study, rows.length, before)}\n`
}
