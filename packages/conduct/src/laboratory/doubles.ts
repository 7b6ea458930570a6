import { refuse } from '../refusals/refuse.ts'
import type { FileRefusal, ReadRow } from './types.ts'

/** One sample number that is given to two participants, or to two days. */
export function sampleDoubles(rows: readonly ReadRow[]): readonly FileRefusal[] {
  const first = new Map<string, ReadRow>()
  return rows.flatMap((row) => {
    const { sample } = row.origin
    const before = sample === undefined ? undefined : first.get(sample)
    if (sample === undefined) return []
    if (before === undefined) first.set(sample, row)
    if (before === undefined || (before.participant === row.participant && before.sampled === row.sampled)) return []
    return [{ line: row.line, column: 'sample', refusal: refuse('sampleTwice', { line: before.line }) }]
  })
}
