import type { CompiledItem } from '../compiled.ts'
import { accepted, refused, type Refusal, type Result } from '../refusal.ts'
import type { Language } from '../text.ts'
import { dateInterval, dayNumber, daysInMonth, isDate } from './calendar.ts'
import type { Entry } from './entry.ts'
import { englishMonths, formatDate } from './formatDate.ts'
import { parsed, quoted, text, type Parsed } from './raw.ts'

const earliestYear = 1900
const latestYear = 2100

/** `2018-05-12`, `2018-05`, `2018`, with UN for a part that nobody knows; in both languages. */
const iso = /^(?<year>\d{4})(?:-(?<month>\d{2}|UN)(?:-(?<day>\d{2}|UN))?)?$/i
/** 12.05.2018, 05.2018, UN.05.2018. */
const norwegian = /^(?:(?:(?<day>\d{2}|UN)\.)?(?<month>\d{2}|UN)\.)?(?<year>\d{4})$/i
/** 12 May 2018, May 2018, UN-MAY-2018. */
const english = /^(?:(?:(?<day>\d{1,2}|UN)[ -])?(?<month>[a-z]{3}|UN)[ -])?(?<year>\d{4})$/i

/**
 * Reads a date, known in whole or in part, as `2018-05-12`, `2018-05` or `2018`. One order per language and never a
 * guess: 01.02.2023 is read in Norwegian only, 30 February is refused. Years 1900 to 2100.
 */
export function parsePartialDate(typed: string, language: Language): Result<string> {
  const trimmed = typed.trim()
  const groups = iso.exec(trimmed)?.groups ?? (language === 'nb' ? norwegian : english).exec(trimmed)?.groups
  if (!groups) return refused(notADate(trimmed, language))
  const year = Number(groups.year)
  const month = monthOf(groups.month)
  const day = month === undefined || isUnknown(groups.day) ? undefined : Number(groups.day)
  if (year < earliestYear || year > latestYear) return refused(yearOutside(year, language))
  if (month !== undefined && !(month >= 1 && month <= 12)) return refused(noSuchMonth(trimmed, language))
  if (day !== undefined && month !== undefined && !(day >= 1 && day <= daysInMonth(year, month))) {
    return refused(noSuchDay(trimmed, year, month, language))
  }
  const parts = [groups.year, month, day].filter((part) => part !== undefined)
  return accepted(parts.map((part) => String(part).padStart(2, '0')).join('-'))
}

/** A date of an item: whole unless the item allows parts, not after `today` unless it allows the future. */
export function parseDateEntry(item: CompiledItem, typed: string, language: Language, today: string): Parsed<Entry> {
  if (item.partial && /^\s*UN\s*$/i.test(typed)) return parsed({ typed, absent: 'notKnown' })
  const date = parsePartialDate(typed, language)
  if (!date.ok) return date
  if (!item.partial && date.value.length < 10) return refused(incomplete(typed, language))
  const days = dateInterval(date.value)
  if (!item.future && days && days.low > dayNumber(today)) return refused(inFuture(date.value, today, language))
  return parsed({ typed, value: date.value })
}

const isUnknown = (part: string | undefined) => part === undefined || /^UN$/i.test(part)

/** NaN for a name that is no month, undefined for a month nobody knows. */
function monthOf(part: string | undefined): number | undefined {
  if (part === undefined || isUnknown(part)) return undefined
  if (/^\d+$/.test(part)) return Number(part)
  const index = englishMonths.findIndex((name) => name.toLowerCase() === part.toLowerCase())
  return index < 0 ? Number.NaN : index + 1
}

const example = (language: Language) => (language === 'nb' ? '22.11.2026' : '2026-11-22')

function notADate(typed: string, language: Language): Refusal {
  const [, first, second, year] = /^(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})$/.exec(typed) ?? []
  const written = (day: string | undefined, month: string | undefined) =>
    `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const readings = [
    ...new Set(language === 'nb' ? [written(first, second)] : [written(first, second), written(second, first)]),
  ]
  const meant = readings.filter(isDate).map((day) => (language === 'nb' ? formatDate(day, 'nb') : day))
  const examples = meant.length > 0 ? meant : [example(language)]
  return {
    code: 'dateFormat',
    reason:
      meant.length > 1
        ? text(`${quoted(typed)} can mean two days.`, `${quoted(typed)} kan bety to dager.`)
        : text(`${quoted(typed)} is not written as a date.`, `${quoted(typed)} er ikke skrevet som en dato.`),
    remedy: text(
      `Write the date as ${examples.join(' or ')}.`,
      `Skriv datoen som ${examples.join(' eller ')}${language === 'nb' ? ' (dag.måned.år)' : ''}.`,
    ),
  }
}

const yearOutside = (year: number, language: Language): Refusal => ({
  code: 'dateYear',
  reason: text(
    `The year ${year} is not between ${earliestYear} and ${latestYear}.`,
    `Året ${year} er ikke mellom ${earliestYear} og ${latestYear}.`,
  ),
  remedy: text(
    `Type the year with four digits, as in ${example(language)}.`,
    `Skriv året med fire sifre, som i ${example(language)}.`,
  ),
})

const noSuchMonth = (typed: string, language: Language): Refusal => ({
  code: 'dateNotExisting',
  reason: text(`${quoted(typed)} has a month that does not exist.`, `${quoted(typed)} har en måned som ikke finnes.`),
  remedy: text(
    `Check the month; write the date as ${example(language)}.`,
    `Kontroller måneden; skriv datoen som ${example(language)}.`,
  ),
})

function noSuchDay(typed: string, year: number, month: number, language: Language): Refusal {
  const last = `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`
  const shown = language === 'nb' ? formatDate(last, 'nb') : last
  return {
    code: 'dateNotExisting',
    reason: text(`${quoted(typed)} is a day that does not exist.`, `${quoted(typed)} er en dag som ikke finnes.`),
    remedy: text(
      `Check the day; the last day of that month is ${shown}.`,
      `Kontroller dagen; siste dag i den måneden er ${shown}.`,
    ),
  }
}

const incomplete = (typed: string, language: Language): Refusal => ({
  code: 'dateIncomplete',
  reason: text(`${quoted(typed)} is not a whole date.`, `${quoted(typed)} er ikke en hel dato.`),
  remedy: text(
    `Type day, month and year, as in ${example(language)}, or choose “not known” as the reason there is none.`,
    `Skriv dag, måned og år, som i ${example(language)}, eller velg «ikke kjent» som grunn til at den mangler.`,
  ),
})

const inFuture = (date: string, today: string, language: Language): Refusal => ({
  code: 'dateInFuture',
  reason: text(`${formatDate(date, 'en')} has not come yet.`, `${formatDate(date, 'nb')} er ikke kommet ennå.`),
  remedy: text(
    `Type a date no later than today, ${language === 'en' ? today : formatDate(today, language)}.`,
    `Skriv en dato som ikke er senere enn i dag, ${language === 'en' ? today : formatDate(today, language)}.`,
  ),
})
