import {
  absenceReasons,
  convert,
  formatUnit,
  languages,
  type Censored,
  type CompiledItem,
  type Entry,
  type RawEntry,
} from '@trialwright/protocol'
import { alike } from '../alike.ts'
import type { ReadResult } from './types.ts'

/** A cell as an answer: a number with its unit, a code, or the word for why there is none, such as `notDone`. */
export function rawOf({ typed, unit }: ReadResult, item: CompiledItem): RawEntry {
  const absent = absenceReasons.find((reason) => reason === typed)
  if (absent !== undefined) return { typed: '', absent }
  return { typed, ...(unit === undefined ? {} : { unit: unitOf(unit, item) }) }
}

/** The unit's code, also where it is written as people read it: `µmol/L`, `10⁹/L`. Anything else stays and is refused. */
function unitOf(written: string, item: CompiledItem): string {
  const known = Object.keys(item.units ?? {}).concat(item.unit ?? [])
  const plain = (unit: string) => unit.replaceAll(/[μ]/g, 'µ')
  return known.find((unit) => languages.some((language) => formatUnit(unit, language) === plain(written))) ?? written
}

/** The entry in the item's own unit; undefined where it is there already, or is no number. */
export function inOwnUnit(item: CompiledItem, entry: Entry): Entry | undefined {
  if (!('value' in entry) || item.unit === undefined || entry.unit === undefined || entry.unit === item.unit)
    return undefined
  const by = item.units?.[entry.unit]
  const { value } = entry
  if (by === undefined || typeof value === 'string') return undefined
  if (typeof value === 'number') return { ...entry, value: convert(value, by), unit: item.unit }
  if ('rows' in value) return undefined
  const limit: Censored = 'below' in value ? { below: convert(value.below, by) } : { above: convert(value.above, by) }
  return { ...entry, value: limit, unit: item.unit }
}

/** The same result, in whichever unit it was reported. */
export const isSameResult = (item: CompiledItem, one: Entry, other: Entry): boolean =>
  alike(inOwnUnit(item, one) ?? one, inOwnUnit(item, other) ?? other, ['typed'])
