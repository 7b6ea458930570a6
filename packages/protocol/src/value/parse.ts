import type { CompiledItem } from '../compiled.ts'
import { refused, type Refusal, type Result } from '../refusal.ts'
import type { Language } from '../text.ts'
import { absenceReasons, rowsOf, standing, type AbsenceReason, type Entry } from './entry.ts'
import { parseAtc } from './parseAtc.ts'
import { parseCode, yesNoCodes } from './parseCode.ts'
import { parseDateEntry } from './parseDate.ts'
import { parseMeasured } from './parseMeasured.ts'
import { parseRows } from './parseRows.ts'
import { rowsThere } from './rowRefusals.ts'
import { parseText } from './parseText.ts'
import { parseTime } from './parseTime.ts'
import { parsed, quoted, text, type Parsed, type RawEntry } from './raw.ts'

export interface ParseOptions {
  /** Local calendar day, `2026-11-22`; dates after it are refused unless the item allows them. */
  readonly today: string
  /** Path of the item in what was sent, `forms.labs.hb`; the item's id if unset. */
  readonly field?: string
  /** Repeats: the answer there already, which the rows sent add to and change. */
  readonly recorded?: Entry
}

/**
 * Reads one answer strictly: what was typed is kept beside what it was read as, doubt is a refusal that says how to
 * write it, and nothing is guessed. `warnings` are questions to ask about a value that can be kept.
 */
export function parseEntry(
  item: CompiledItem,
  raw: RawEntry,
  language: Language,
  options: ParseOptions,
): Parsed<Entry> {
  const field = options.field ?? item.id
  const result = read(item, raw, language, options, field)
  const placed = (refusal: Refusal): Refusal => ({ ...refusal, field: refusal.field ?? field })
  return result.ok
    ? { ...result, warnings: result.warnings.map(placed) }
    : { ok: false, refusals: result.refusals.map(placed) }
}

function read(
  item: CompiledItem,
  given: RawEntry,
  language: Language,
  options: ParseOptions,
  field: string,
): Parsed<Entry> {
  // What comes from outside need not have the shape its type promises.
  const raw: RawEntry = typeof given === 'object' && given !== null ? given : {}
  const typed = typeof raw.typed === 'string' ? raw.typed : ''
  const unit = typeof raw.unit === 'string' ? raw.unit : undefined
  const isEmpty = typed.trim() === '' && raw.rows === undefined
  if (raw.absent !== undefined) {
    if (!isEmpty) return refused(valueAndReason())
    const before = rowsOf(options.recorded)
    if (before !== undefined && standing(before).length > 0) return refused(rowsThere())
    return isReason(raw.absent) ? parsed({ absent: raw.absent }) : refused(reasonUnknown(raw.absent))
  }
  if (isEmpty && item.type !== 'repeat') return refused(valueMissing())
  switch (item.type) {
    case 'number':
    case 'laboratory':
      return parseMeasured(item, typed, unit, language)
    case 'coded':
      return entry(typed, parseCode(typed, item.codes ?? {}))
    case 'yesNo':
      return entry(typed, parseCode(typed, item.codes ?? yesNoCodes))
    case 'date':
      return parseDateEntry(item, typed, language, options.today)
    case 'time':
      return entry(typed, parseTime(typed))
    case 'text':
      return entry(typed, item.classification === 'atc' ? parseAtc(typed) : parseText(typed, item.length))
    case 'repeat':
      return parseRows(item, raw, field, rowsOf(options.recorded), (column, cell, path) =>
        parseEntry(column, cell, language, { today: options.today, field: path }),
      )
  }
}

const entry = (typed: string, value: Result<string>): Parsed<Entry> =>
  value.ok ? parsed({ typed, value: value.value }) : value

const isReason = (reason: string): reason is AbsenceReason => (absenceReasons as readonly string[]).includes(reason)

const valueMissing = (): Refusal => ({
  code: 'valueMissing',
  reason: text('There is no value.', 'Det er ingen verdi.'),
  remedy: text(
    'Type a value, or choose the reason there is none, such as “not known”.',
    'Skriv en verdi, eller velg grunnen til at den mangler, for eksempel «ikke kjent».',
  ),
})

const valueAndReason = (): Refusal => ({
  code: 'valueAndReason',
  reason: text(
    'There is both a value and a reason for having none.',
    'Det er både en verdi og en grunn til at den mangler.',
  ),
  remedy: text(
    'Keep the value, or clear it and keep the reason, such as “not done”.',
    'Behold verdien, eller fjern den og behold grunnen, for eksempel «ikke utført».',
  ),
})

function reasonUnknown(given: unknown): Refusal {
  const reason = quoted(typeof given === 'string' ? given : '')
  return {
    code: 'reasonUnknown',
    reason: text(`${reason} is not a reason for absence.`, `${reason} er ikke en grunn til at verdien mangler.`),
    remedy: text(`Choose one of ${absenceReasons.join(', ')}.`, `Velg en av ${absenceReasons.join(', ')}.`),
  }
}
