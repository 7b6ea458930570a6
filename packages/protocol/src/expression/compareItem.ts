import { NO, UNKNOWN, YES } from './answer.ts'
import { beyond } from './answered.ts'
import { UNRECORDED } from './fact.ts'
import type { NumberMeaning, Place, Test } from './meaning.ts'
import type { Compare } from './nodes.ts'

/* The most usual comparisons, with a constant: the same answers as `compare` gives, with fewer calls. */

/** An item against a constant reads the fact itself. Undefined for operators that are rare. */
export function compareItem(operator: Compare['operator'], { inRow, index }: Place, value: number): Test | undefined {
  switch (operator) {
    case 'atLeast':
      return (record, row) => {
        const { low, high } = (inRow ? row[index] : record.facts[index]) ?? UNRECORDED
        return high < value ? NO : low >= value ? YES : UNKNOWN
      }
    case 'above':
      return (record, row) => {
        const { low, high } = (inRow ? row[index] : record.facts[index]) ?? UNRECORDED
        return high <= value ? NO : low > value ? YES : UNKNOWN
      }
    default:
      return undefined
  }
}

/**
 * A calculation against a constant: its low end settles a yes, and the high end is then not worked out. What does not
 * apply lies low above high, at infinity; of it nothing holds.
 */
export function compareScore(operator: Compare['operator'], of: NumberMeaning, value: number): Test | undefined {
  const high = of.oneNumber ? undefined : of.high
  switch (operator) {
    case 'atLeast':
      return (record, row) => {
        const low = of.low(record, row)
        if (low >= value && low < Number.POSITIVE_INFINITY) return YES
        const most = high === undefined ? highOf(low) : high(record, row)
        return most < value ? NO : low >= value ? YES : UNKNOWN
      }
    case 'above':
      return (record, row) => {
        const low = of.low(record, row)
        if (low > value && low < Number.POSITIVE_INFINITY) return YES
        const most = high === undefined ? highOf(low) : high(record, row)
        return most <= value ? NO : low > value ? YES : UNKNOWN
      }
    default:
      return undefined
  }
}

/** The high end of what is one number or does not apply. */
const highOf = (low: number): number => (low === beyond.low ? beyond.high : low)
