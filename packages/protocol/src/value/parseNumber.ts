import { accepted, refused, type Refusal, type Result } from '../refusal.ts'
import type { Language } from '../text.ts'
import type { Censored } from './entry.ts'
import { formatNumber } from './formatNumber.ts'
import { quoted, text } from './raw.ts'

/** A number as reported, with the decimals it was reported with: `12,50` has two. */
export interface ReportedNumber {
  readonly value: number | Censored
  readonly decimals: number
}

/** More digits than this do not survive in binary; no method of a trial measures so finely. */
const mostDigits = 15

const pattern = /^([<>]\s?)?([-−]?)(\d+)(?:([.,])(\d+))?$/

/**
 * Reads a number typed in English (12.5) or Norwegian (12,5), `<5` and `>200` as beyond a limit. Norwegian accepts a point
 * too, unless the number could then have a thousands separator: 12.5 but not 1.000. What JavaScript would guess
 * (empty, 0x10, 1e3, 12,5 as 12) is refused with the way to write it.
 */
export function parseNumber(typed: string, language: Language): Result<ReportedNumber> {
  const trimmed = typed.trim()
  if (trimmed.length > 60) return refused(notANumber(trimmed, language))
  const [, limit, minus, whole, separator, fraction = ''] = pattern.exec(trimmed) ?? []
  if (whole === undefined) return refused(diagnose(trimmed, language))
  if (separator && separator !== separatorOf[language]) {
    const thousands = /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3
    if (thousands) return refused(ambiguous(trimmed, whole, fraction, language))
    if (language === 'en') return refused(decimalSign(trimmed, whole, fraction))
  }
  if ((whole + fraction).replace(/^0+/, '').length > mostDigits) return refused(tooManyDigits(trimmed))
  const size = Number(`${whole}.${fraction || 0}`)
  if (minus && size === 0) return refused(minusZero(trimmed))
  const value = minus ? -size : size
  return accepted({
    value: !limit ? value : limit.startsWith('<') ? { below: value } : { above: value },
    decimals: fraction.length,
  })
}

const separatorOf = { en: '.', nb: ',' } as const

const example = (language: Language) => formatNumber(12.5, language)

/** Names what is wrong with something that is no number, and how it is written if that can be told. */
function diagnose(typed: string, language: Language): Refusal {
  const inAscii = typed.normalize('NFKC')
  if (/(?![0-9])\p{Nd}/u.test(typed)) return otherDigits(typed, pattern.test(inAscii) ? inAscii : example(language))
  if (/^[-−+]?\d+([.,]\d+)?e[-+]?\d+$/i.test(typed)) return exponent(typed)
  if (/^(<=|>=|≤|≥|=<|=>)/.test(typed)) return inclusive(typed)
  if (/^[<>]?\s?[-−]?\d{1,3}([\s.,'’]\d{3})+([.,]\d+)?$/.test(typed)) return thousands(typed, language)
  if (/^[-−]?([.,]\d+|\d+[.,])$/.test(typed)) return incomplete(typed, language)
  if (/^[<>]?\s?[-−]?\d+([.,]\d+)?\s*[\p{L}%°/]+$/u.test(typed)) return unitInNumber(typed)
  return notANumber(typed, language)
}

const notANumber = (typed: string, language: Language): Refusal => ({
  code: 'notANumber',
  reason: text(`${quoted(typed)} is not a number.`, `${quoted(typed)} er ikke et tall.`),
  remedy: text(
    `Type digits only, such as ${example(language)}.`,
    `Skriv bare sifre, for eksempel ${example(language)}.`,
  ),
})

const ambiguous = (typed: string, whole: string, fraction: string, language: Language): Refusal => {
  const large = whole + fraction
  const small = `${whole}${separatorOf[language]}${fraction}`
  return {
    code: 'numberAmbiguous',
    reason: text(
      `${quoted(typed)} can mean ${large} or ${small}.`,
      `${quoted(typed)} kan bety ${large} eller ${small}.`,
    ),
    remedy: text(`Type ${large} or ${small}.`, `Skriv ${large} eller ${small}.`),
  }
}

const decimalSign = (typed: string, whole: string, fraction: string): Refusal => ({
  code: 'decimalSign',
  reason: text(`${quoted(typed)} has a decimal comma.`, `${quoted(typed)} har desimalkomma, men språket er engelsk.`),
  remedy: text(
    `Write decimals with a point: ${whole}.${fraction}.`,
    `Skriv desimaler med punktum: ${whole}.${fraction}.`,
  ),
})

const tooManyDigits = (typed: string): Refusal => ({
  code: 'tooManyDigits',
  reason: text(
    `${quoted(typed)} has more than ${mostDigits} digits.`,
    `${quoted(typed)} har mer enn ${mostDigits} sifre.`,
  ),
  remedy: text(`Round it to at most ${mostDigits} digits.`, `Rund av til høyst ${mostDigits} sifre.`),
})

const minusZero = (typed: string): Refusal => ({
  code: 'minusZero',
  reason: text(`${quoted(typed)} is 0 with a minus sign.`, `${quoted(typed)} er 0 med minustegn.`),
  remedy: text('Type 0, or the digits that are missing.', 'Skriv 0, eller sifrene som mangler.'),
})

const otherDigits = (typed: string, instead: string): Refusal => ({
  code: 'otherDigits',
  reason: text(`${quoted(typed)} has digits other than 0 to 9.`, `${quoted(typed)} har andre sifre enn 0 til 9.`),
  remedy: text(`Type ordinary digits: ${instead}.`, `Skriv vanlige sifre: ${instead}.`),
})

const exponent = (typed: string): Refusal => ({
  code: 'exponent',
  reason: text(`${quoted(typed)} has a power of ten.`, `${quoted(typed)} har en tierpotens.`),
  remedy: text('Write the number out: 1e3 is 1000.', 'Skriv tallet helt ut: 1e3 er 1000.'),
})

const inclusive = (typed: string): Refusal => ({
  code: 'limitInclusive',
  reason: text(`${quoted(typed)} includes the limit itself.`, `${quoted(typed)} tar med selve grensen.`),
  remedy: text(
    'Write what the laboratory reported, as <5 or >200.',
    'Skriv det laboratoriet svarte, som <5 eller >200.',
  ),
})

function thousands(typed: string, language: Language): Refusal {
  const parts = typed.split(/[\s.,'’]/)
  const separators = typed.match(/[\s.,'’]/g) ?? []
  const last = separators.at(-1)
  const decimals = (last === '.' || last === ',') && separators.some((s) => s !== last) ? parts.pop() : undefined
  const plain = parts.join('') + (decimals === undefined ? '' : separatorOf[language] + decimals)
  return {
    code: 'thousandsSeparator',
    reason: text(
      `${quoted(typed)} has separators between thousands.`,
      `${quoted(typed)} har skilletegn mellom tusener.`,
    ),
    remedy: text(`Write the digits together: ${plain}.`, `Skriv sifrene sammen: ${plain}.`),
  }
}

function incomplete(typed: string, language: Language): Refusal {
  const [, minus, before, after] = /^([-−]?)(\d*)[.,](\d*)$/.exec(typed) ?? []
  const whole = `${minus}${before || '0'}${after ? separatorOf[language] + after : ''}`
  return {
    code: 'numberIncomplete',
    reason: text(
      `${quoted(typed)} lacks a digit beside the decimal sign.`,
      `${quoted(typed)} mangler et siffer ved desimaltegnet.`,
    ),
    remedy: text(`Type ${whole}, if that is meant.`, `Skriv ${whole}, om det er det som menes.`),
  }
}

const unitInNumber = (typed: string): Refusal => ({
  code: 'unitInNumber',
  reason: text(`${quoted(typed)} holds more than a number.`, `${quoted(typed)} inneholder mer enn et tall.`),
  remedy: text(
    `Type the number alone, ${/[\d.,]+/.exec(typed)?.[0]}, and choose the unit beside it.`,
    `Skriv bare tallet, ${/[\d.,]+/.exec(typed)?.[0]}, og velg enheten ved siden av.`,
  ),
})
