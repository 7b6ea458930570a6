import type { CompiledItem } from '../compiled.ts'
import { refused, type Refusal } from '../refusal.ts'
import type { Language, Text } from '../text.ts'
import { convert, type Conversion } from './convert.ts'
import type { Censored, Entry } from './entry.ts'
import { formatNumber, formatReported } from './formatNumber.ts'
import { parseNumber, type ReportedNumber } from './parseNumber.ts'
import { parsed, quoted, text, type Parsed } from './raw.ts'
import { formatUnit, unitAfter } from './unitName.ts'

/**
 * A number of an item: read, in a unit the item allows, with no more decimals and no further out than it says. A value
 * beyond what is plausible is kept with a warning, which names another unit if the number would fit better in it.
 */
export function parseMeasured(
  item: CompiledItem,
  typed: string,
  unitTyped: string | undefined,
  language: Language,
): Parsed<Entry> {
  const number = parseNumber(typed, language)
  if (!number.ok) return number
  const { value } = number.value
  const units = unitsOf(item)
  const unit = unitTyped?.replace(/[µμ]/g, 'u') || (units.length === 1 ? units[0] : undefined)
  if (unit === undefined) return refused(unitMissing(units))
  if (!units.includes(unit)) return refused(unitNotAllowed(unit, units))
  if (typeof value !== 'number' && item.type !== 'laboratory') return refused(limitNotAllowed(typed))

  const meant = units.find((other) => other !== unit && fits(item, number.value, other))
  if (decimalsLeft(item, number.value, unit) < 0) return refused(tooManyDecimals(item, typed, unit, language))
  if (item.range && isOutside(inItsUnit(item, value, unit), item.range)) {
    return refused(outside('outOfRange', item, value, unit, item.range, meant, language))
  }
  const entry: Entry = { typed, value, unit }
  if (item.plausible && isOutside(inItsUnit(item, value, unit), item.plausible)) {
    return parsed(
      entry,
      outside(meant === undefined ? 'implausible' : 'otherUnit', item, value, unit, item.plausible, meant, language),
    )
  }
  return parsed(entry)
}

const unitsOf = (item: CompiledItem): readonly string[] =>
  item.units && Object.keys(item.units).length > 0
    ? Object.keys(item.units)
    : item.unit === undefined
      ? []
      : [item.unit]

const conversionOf = (item: CompiledItem, unit: string): Conversion => item.units?.[unit] ?? { factor: 1, offset: 0 }

const inItsUnit = (item: CompiledItem, value: number | Censored, unit: string): number | Censored => {
  const by = conversionOf(item, unit)
  if (typeof value === 'number') return convert(value, by)
  return 'below' in value ? { below: convert(value.below, by) } : { above: convert(value.above, by) }
}

/** A value beyond a limit is outside when nothing beyond that limit is inside. */
function isOutside(value: number | Censored, [low, high]: readonly [number, number]): boolean {
  if (typeof value === 'number') return value < low || value > high
  return 'below' in value ? value.below <= low : value.above >= high
}

/** Decimals still free. In another unit as many more are allowed as it is coarser: 14.1 g/dL where whole g/L are asked for. */
function decimalsLeft(item: CompiledItem, { decimals }: ReportedNumber, unit: string): number {
  if (item.decimals === undefined) return Number.POSITIVE_INFINITY
  return decimalsAllowed(item.decimals, conversionOf(item, unit)) - decimals
}

const decimalsAllowed = (decimals: number, { factor }: Conversion) =>
  Math.max(0, decimals + Math.ceil(Math.log10(Math.abs(factor)) - 1e-9))

/** Whether the number would be as expected in that unit. A limit says too little to tell. */
const fits = (item: CompiledItem, number: ReportedNumber, unit: string): boolean => {
  if (typeof number.value !== 'number') return false
  const value = inItsUnit(item, number.value, unit)
  const limits = [item.range, item.plausible].filter((limit) => limit !== undefined)
  return decimalsLeft(item, number, unit) >= 0 && limits.every((limit) => !isOutside(value, limit))
}

const list = (units: readonly string[], language: Language) =>
  units.map((unit) => formatUnit(unit, language) || unit).join(', ')

const unitMissing = (units: readonly string[]): Refusal => ({
  code: 'unitMissing',
  reason: text('The number has no unit.', 'Tallet mangler enhet.'),
  remedy: text(
    `Choose the unit the value was reported in: ${list(units, 'en')}.`,
    `Velg enheten verdien ble oppgitt i: ${list(units, 'nb')}.`,
  ),
})

const unitNotAllowed = (unit: string, units: readonly string[]): Refusal => ({
  code: 'unitNotAllowed',
  reason: text(`${quoted(unit)} is not a unit of this item.`, `${quoted(unit)} er ikke en enhet for dette feltet.`),
  remedy: text(
    `Choose one of these units: ${list(units, 'en')} (code ${units.join(', ')}).`,
    `Velg en av disse enhetene: ${list(units, 'nb')} (kode ${units.join(', ')}).`,
  ),
})

const limitNotAllowed = (typed: string): Refusal => ({
  code: 'limitNotAllowed',
  reason: text(
    `${quoted(typed)} gives a limit, but the number itself is asked for.`,
    `${quoted(typed)} er en grense, men selve tallet trengs.`,
  ),
  remedy: text(
    'Type the number, or choose “not known” as the reason there is none.',
    'Skriv tallet, eller velg «ikke kjent» som grunn til at det mangler.',
  ),
})

function tooManyDecimals(item: CompiledItem, typed: string, unit: string, language: Language): Refusal {
  const most = decimalsAllowed(item.decimals ?? 0, conversionOf(item, unit))
  const example = formatNumber(most === 0 ? 12 : Number('12.3456789'.slice(0, 3 + most)), language)
  return {
    code: 'tooManyDecimals',
    reason: text(
      most === 0
        ? `${quoted(typed)} is not a whole number.`
        : `${quoted(typed)} has more than ${most} ${most === 1 ? 'decimal' : 'decimals'}.`,
      most === 0
        ? `${quoted(typed)} er ikke et helt tall.`
        : `${quoted(typed)} har mer enn ${most} ${most === 1 ? 'desimal' : 'desimaler'}.`,
    ),
    remedy: text(
      `Type ${most === 0 ? 'a whole number' : `at most ${most} ${most === 1 ? 'decimal' : 'decimals'}`}, such as ${example}.`,
      `Skriv ${most === 0 ? 'et helt tall' : `høyst ${most} ${most === 1 ? 'desimal' : 'desimaler'}`}, for eksempel ${example}.`,
    ),
  }
}

function outside(
  code: 'outOfRange' | 'implausible' | 'otherUnit',
  item: CompiledItem,
  value: number | Censored,
  unit: string,
  [low, high]: readonly [number, number],
  meant: string | undefined,
  language: Language,
): Refusal {
  const shown = (words: Language, in_: string) => formatReported(value, language) + (unitAfter(in_, words) || '')
  const span = (words: Language) =>
    `${formatNumber(low, language)}–${formatNumber(high, language)}${unitAfter(item.unit, words)}`
  return { code, reason: reason(), remedy: meant === undefined ? check() : didYouMean(meant) }

  function reason(): Text {
    return code === 'outOfRange'
      ? text(
          `${shown('en', unit)} is outside what is possible, ${span('en')}.`,
          `${shown('nb', unit)} er utenfor det mulige, ${span('nb')}.`,
        )
      : text(
          `${shown('en', unit)} is outside what is usual, ${span('en')}.`,
          `${shown('nb', unit)} er utenfor det vanlige, ${span('nb')}.`,
        )
  }
  function didYouMean(other: string): Text {
    return text(
      `Did you mean ${shown('en', other)}? If so, change the unit; if not, check the number against its source.`,
      `Mente du ${shown('nb', other)}? Endre i så fall enheten; hvis ikke, kontroller tallet mot kilden.`,
    )
  }
  function check(): Text {
    return code === 'outOfRange'
      ? text(
          `Check the number and its unit; type a number such as ${formatNumber(low, language)}.`,
          `Kontroller tallet og enheten; skriv et tall som ${formatNumber(low, language)}.`,
        )
      : text('Check the number against its source.', 'Kontroller tallet mot kilden.')
  }
}
