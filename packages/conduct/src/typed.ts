import {
  instantOf,
  isDate,
  parseLocalInstant,
  parseNumber,
  parseText,
  parseTime,
  type Language,
  type Refusal,
} from '@trialwright/protocol'
import { at, refuse } from './refusals/refuse.ts'

/* Checks of what people type beside forms: days, times of day, words, plain numbers. */

/** A day that exists and is not after `today`. */
export function pastDay(day: string, field: string, today: string): readonly Refusal[] {
  if (!isDate(day)) return [at(field, refuse('dateInvalid'))]
  return day > today ? [at(field, refuse('dayInFuture'))] : []
}

/** A client's clock may run ahead of the study clock by this much: 5 minutes. */
const tolerance = 300_000

/**
 * A local time on a day that has come by now. A time the clock skips that night is refused; one it shows twice is taken,
 * for the order of what was recorded tells which is meant.
 */
export function pastTime(
  time: string,
  field: string,
  { day, timeZone, now }: { readonly day: string; readonly timeZone: string; readonly now: string },
): readonly Refusal[] {
  const parsed = parseTime(time)
  if (!parsed.ok) return parsed.refusals.map((refusal) => at(field, refusal))
  const instant = parseLocalInstant(`${day}T${parsed.value}`, timeZone)
  if (!instant.ok) {
    const skipped = instant.refusals.filter(({ code }) => code !== 'timeTwice')
    return skipped.map((refusal) => at(field, refusal))
  }
  const ahead = (instantOf(instant.value) ?? 0) - (instantOf(now) ?? 0)
  return ahead > tolerance ? [at(field, refuse('timeInFuture'))] : []
}

/** Words somebody wrote; `undefined` or blank is refused. */
export function words(text: string | undefined, field: string, most = 2000): readonly Refusal[] {
  if (text === undefined || text.trim() === '') return [at(field, refuse('textMissing'))]
  return maybeWords(text, field, most)
}

/** Words that may be left out. */
export function maybeWords(text: string | undefined, field: string, most = 2000): readonly Refusal[] {
  const parsed = parseText(text ?? '', most)
  return parsed.ok ? [] : parsed.refusals.map((refusal) => at(field, refusal))
}

/** Words as they are kept: without blanks around them, accents composed. */
export const tidy = (text: string): string => text.trim().normalize('NFC')

export interface Limits {
  readonly low: number
  readonly high: number
  readonly unit: string
}

/** A plain number within its limits, both included; `<5` is none. */
export function plainNumber(
  typed: string,
  field: string,
  language: Language,
  limits: Limits,
): { readonly value: number; readonly refusals?: undefined } | { readonly refusals: readonly Refusal[] } {
  const parsed = parseNumber(typed, language)
  if (!parsed.ok) return { refusals: parsed.refusals.map((refusal) => at(field, refusal)) }
  const { value } = parsed.value
  if (typeof value !== 'number' || value < limits.low || value > limits.high)
    return { refusals: [at(field, refuse('numberOutOfRange', limits))] }
  return { value }
}
