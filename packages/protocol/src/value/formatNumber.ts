import type { Language } from '../text.ts'
import type { Censored } from './entry.ts'

/**
 * A number as it is written by hand: 12.5 in English, 12,5 in Norwegian; no thousands separators, never 1e-7.
 * At most `decimals` decimals if given, rounded half away from zero; NaN is a bug and throws RangeError.
 */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  if (Number.isNaN(value)) throw new RangeError('not a number')
  const sign = value < 0 ? '-' : ''
  const plain = Math.abs(value) === Number.POSITIVE_INFINITY ? '∞' : plainDigits(Math.abs(value))
  const shown = decimals === undefined ? plain : rounded(plain, decimals)
  return (shown === '0' ? '' : sign) + (language === 'nb' ? shown.replace('.', ',') : shown)
}

/** A number or a limit it lies beyond: `12,5`, `<5`. */
export const formatReported = (value: number | Censored, language: Language): string =>
  typeof value === 'number'
    ? formatNumber(value, language)
    : 'below' in value
      ? `<${formatNumber(value.below, language)}`
      : `>${formatNumber(value.above, language)}`

function plainDigits(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent === undefined) return mantissa
  const [whole = '', fraction = ''] = mantissa.split('.')
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? digits.padEnd(point, '0') : `${digits.slice(0, point)}.${digits.slice(point)}`
}

/** Rounding on the decimal digits, because 1.005 is less than itself in binary. */
function rounded(plain: string, decimals: number): string {
  const [whole = '', fraction = ''] = plain.split('.')
  if (fraction.length <= decimals) return plain
  const up = (fraction[decimals] ?? '0') >= '5' ? 1n : 0n
  const kept = String(BigInt(whole + fraction.slice(0, decimals)) + up).padStart(decimals + 1, '0')
  const point = kept.length - decimals
  return `${kept.slice(0, point)}.${kept.slice(point)}`.replace(/\.?0*$/, '')
}
