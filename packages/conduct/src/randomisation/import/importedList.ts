import { createHash } from 'node:crypto'
import type { Draw } from '../draw.ts'
import type { StratumList } from '../list.ts'
import type { Ratio } from '../ratio.ts'

/** A list made elsewhere, in the form in which it is sealed and committed to; no seed of ours gives it again. */
export interface ImportedList {
  readonly specification: {
    readonly method: 'imported'
    readonly ratio: Ratio
    readonly strata: readonly string[]
    readonly slotsPerStratum: number
    /** SHA-256 of the file, hex: its maker can show which one it was. */
    readonly file: string
  }
  readonly lists: readonly StratumList[]
  readonly salt: string
}

/** What `readListFile` gave, ready to be sealed; the salt is drawn, 32 bytes. */
export const importedList = (
  lists: readonly StratumList[],
  study: { readonly ratio: Ratio; readonly strata: readonly string[]; readonly slotsPerStratum: number },
  file: Uint8Array,
  draw: Draw,
): ImportedList => ({
  specification: {
    method: 'imported',
    ratio: study.ratio,
    strata: study.strata,
    slotsPerStratum: study.slotsPerStratum,
    file: createHash('sha256').update(file).digest('hex'),
  },
  lists,
  salt: Buffer.from(draw(32)).toString('hex'),
})
