import type { Duration } from '../expression/nodes.ts'

/*
 * Calendar days of the proleptic Gregorian calendar (ISO 8601), years 0000 to 9999, as whole numbers counted from
 * 1970-01-01. JavaScript's Date is not used: it moves 30 February to March without a word.
 * Arithmetic after Howard Hinnant, "chrono-compatible low-level date algorithms": a year starts in March, so that the
 * leap day is its last.
 */

/** Days of one calendar day, month or year: both ends included. */
export interface DayInterval {
  readonly low: number
  readonly high: number
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Month 1 to 12; 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0)

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists, written `2026-11-22`. */
export function isDate(iso: string): boolean {
  const [, year, month, day] = pattern.exec(iso) ?? []
  return year !== undefined && Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
}

/** Days whose numbers are kept, both ways: those of a trial are few and asked for without end. */
const kept = 50_000
const numbers = new Map<string, number>()
const days = new Map<number, string>()

/** Days from 1970-01-01 to a day that exists, `2026-11-22`; anything else is a bug of the caller and throws RangeError. */
export function dayNumber(iso: string): number {
  const known = numbers.get(iso)
  if (known !== undefined) return known
  if (!isDate(iso)) throw new RangeError(`not a calendar day: ${JSON.stringify(iso)}`)
  const day = dayOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)))
  if (numbers.size < kept) numbers.set(iso, day)
  return day
}

/** The day as `2026-11-22`; RangeError outside the years 0000 to 9999. */
export function isoOf(day: number): string {
  const known = days.get(day)
  if (known !== undefined) return known
  const [year, month, dayOfMonth] = partsOf(day)
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`no such calendar day: ${day}`)
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  if (days.size < kept) days.set(day, iso)
  return iso
}

/**
 * The same day of the month so many months or years on, or the last day of that month where it has no such day:
 * 31 January and one month is 28 (29) February, 29 February and one year is 28 February. A negative value goes back.
 * Order is kept: a later day never gives an earlier one. Months and years are whole, weeks and days come to whole days.
 */
export const addDuration = (iso: string, duration: Duration): string => isoOf(shiftDay(dayNumber(iso), duration))

/** `addDuration` on day numbers. */
export function shiftDay(day: number, { value, unit }: Duration): number {
  const amount = value * (unit === 'wk' ? 7 : unit === 'a' ? 12 : 1)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole duration: ${value} ${unit}`)
  if (unit === 'd' || unit === 'wk') return day + amount
  const [year, month, dayOfMonth] = partsOf(day)
  const months = year * 12 + (month - 1) + amount
  const toYear = Math.floor(months / 12)
  const toMonth = months - toYear * 12 + 1
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)))
}

/**
 * Age in completed years on a day, negative before birth. A year is completed on the anniversary; for one born on
 * 29 February that is 1 March in a common year.
 */
export const completedYears = (birth: string, on: string): number => yearsBetween(dayNumber(birth), dayNumber(on))

/** `completedYears` on day numbers. */
export function yearsBetween(birth: number, on: number): number {
  const [birthYear, birthMonth, birthDay] = partsOf(birth)
  const [year, month, day] = partsOf(on)
  const before = month < birthMonth || (month === birthMonth && day < birthDay)
  return year - birthYear - (before ? 1 : 0)
}

/** Every day that `2018`, `2018-05` or `2018-05-12` can mean; undefined if the text is none of these. */
export function dateInterval(partial: string): DayInterval | undefined {
  const low = `${partial}-01-01`.slice(0, 10)
  if (!/^\d{4}(-\d{2}){0,2}$/.test(partial) || !isDate(low)) return undefined
  const month = Number(low.slice(5, 7))
  const year = Number(low.slice(0, 4))
  const first = dayNumber(low)
  if (partial.length === 10) return { low: first, high: first }
  if (partial.length === 7) return { low: first, high: first + daysInMonth(year, month) - 1 }
  return { low: first, high: dayOf(year, 12, 31) }
}

function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468
}

function partsOf(number: number): readonly [year: number, month: number, day: number] {
  const z = number + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day]
}
