import type { CompiledItem } from './compiled.ts'
import { fact, UNRECORDED, type Fact } from './expression/fact.ts'
import { dateInterval } from './value/calendar.ts'
import { convert } from './value/convert.ts'
import { standing, type Entry, type FilledForm, type LaboratoryRange } from './value/entry.ts'
import { nextAbove, nextBelow } from './value/interval.ts'

/** One entry as an evaluation sees it. */
export function factOf(
  item: CompiledItem,
  entry: Entry | undefined,
  filled?: FilledForm,
  range?: LaboratoryRange,
): Fact {
  if (entry === undefined) return UNRECORDED
  if ('absent' in entry) return absentFact(item, entry, filled)
  const { value } = entry
  switch (item.type) {
    case 'number':
    case 'laboratory': {
      const conversion = item.units?.[entry.unit ?? item.unit ?? ''] ?? same
      const least = item.range?.[0] ?? Number.NEGATIVE_INFINITY
      const { low, high } = numberEnds(value, least, (x) => convert(x, conversion))
      const { refLow, refHigh } = limits(item, range)
      return fact({ low, high, refLow, refHigh, entry, filled })
    }
    case 'date': {
      const interval = typeof value === 'string' ? dateInterval(value) : undefined
      return fact({ low: interval?.low ?? Number.NaN, high: interval?.high ?? Number.NaN, entry, filled })
    }
    case 'repeat':
      if (typeof value !== 'object' || !('rows' in value)) return UNRECORDED
      return fact({
        rows: standing(value).map((row) =>
          (item.columns ?? []).map((column) => factOf(column, row.cells[column.id], filled)),
        ),
        complete: value.complete,
        entry,
        filled,
      })
    default:
      return fact({ code: typeof value === 'string' ? value : undefined, entry, filled })
  }
}

const same = { factor: 1, offset: 0 }

/** Not applicable: the thing does not exist, so an empty interval, no code, no rows. Otherwise not known, and not to come. */
function absentFact(item: CompiledItem, entry: Entry & { absent: string }, filled: FilledForm | undefined): Fact {
  if (entry.absent !== 'notApplicable') return fact({ skipped: true, entry, filled })
  if (item.type === 'repeat') return fact({ rows: [], complete: true, skipped: true, entry, filled })
  return fact({ low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY, code: '', skipped: true, entry, filled })
}

function numberEnds(value: unknown, least: number, toUnit: (x: number) => number): { low: number; high: number } {
  if (typeof value === 'number') return { low: toUnit(value), high: toUnit(value) }
  if (typeof value === 'object' && value !== null) {
    if ('below' in value) return { low: least, high: nextBelow(toUnit(value.below as number)) }
    if ('above' in value) return { low: nextAbove(toUnit(value.above as number)), high: Number.POSITIVE_INFINITY }
  }
  return { low: Number.NaN, high: Number.NaN }
}

/** A limit that a range leaves out does not exist on that side; a laboratory without a range settles nothing. */
function limits(item: CompiledItem, range: LaboratoryRange | undefined): { refLow: number; refHigh: number } {
  if (range === undefined) return { refLow: Number.NaN, refHigh: Number.NaN }
  const conversion = item.units?.[range.unit] ?? same
  return {
    refLow: range.low === undefined ? Number.NEGATIVE_INFINITY : convert(range.low, conversion),
    refHigh: range.high === undefined ? Number.POSITIVE_INFINITY : convert(range.high, conversion),
  }
}
