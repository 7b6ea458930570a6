import { NO, UNKNOWN, YES } from './answer.ts'
import { UNRECORDED } from './fact.ts'
import type { End, Place, Test } from './meaning.ts'
import type { CompareDates } from './nodes.ts'

/** A date item against a day that is one day for certain: the most usual comparison, so it reads the fact itself. */
export function compareDateItem(operator: CompareDates['operator'], { inRow, index }: Place, other: End): Test {
  switch (operator) {
    case 'before':
      return (record, row) => {
        const { low, high } = (inRow ? row[index] : record.facts[index]) ?? UNRECORDED
        const day = other(record, row)
        return low >= day ? NO : high < day ? YES : UNKNOWN
      }
    case 'onOrBefore':
      return (record, row) => {
        const { low, high } = (inRow ? row[index] : record.facts[index]) ?? UNRECORDED
        const day = other(record, row)
        return low > day ? NO : high <= day ? YES : UNKNOWN
      }
    case 'after':
      return (record, row) => {
        const { low, high } = (inRow ? row[index] : record.facts[index]) ?? UNRECORDED
        const day = other(record, row)
        return high <= day ? NO : low > day ? YES : UNKNOWN
      }
    case 'onOrAfter':
      return (record, row) => {
        const { low, high } = (inRow ? row[index] : record.facts[index]) ?? UNRECORDED
        const day = other(record, row)
        return high < day ? NO : low >= day ? YES : UNKNOWN
      }
  }
}
