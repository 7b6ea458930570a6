import { accepted, refused, type Refusal, type Result } from '../refusal.ts'
import { dayNumber, isDate, isoOf } from './calendar.ts'
import { quoted, text } from './raw.ts'
import { instantOf, localTime } from './zone.ts'

const pattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)([+-]\d{2}:\d{2})?$/
const minute = 60_000
const day = 1440 * minute

/**
 * The instant of a local date and time in a zone, `2027-03-28T03:30` in Europe/Oslo → `2027-03-28T01:30:00Z`. A time the
 * clock skips is refused; one it shows twice is asked about, and settled by the offset written behind it, `+01:00`.
 */
export function parseLocalInstant(typed: string, timeZone: string): Result<string> {
  const [, date, hour, minutes, offset] = pattern.exec(typed.trim()) ?? []
  if (date === undefined || !isDate(date)) return refused(notALocalTime(typed))
  const local = `${date}T${hour}:${minutes}`
  const asUtc = dayNumber(date) * day + Number(hour) * 60 * minute + Number(minutes) * minute
  // Zones change their offset far less often than daily, so both offsets that can hold are in force a day before and after.
  const offsets = new Set([asUtc - day, asUtc + day].map((instant) => offsetAt(instant, timeZone)))
  const possible = [...offsets].map((o) => asUtc - o).filter((instant) => localTime(instant, timeZone) === local)
  const [first] = possible
  if (first === undefined) return refused(skipped(local, timeZone))
  const meant = offset === undefined ? possible : possible.filter((instant) => offsetText(asUtc - instant) === offset)
  if (meant.length === 0) return refused(wrongOffset(local, offset ?? '', offsetText(asUtc - first)))
  if (meant.length > 1)
    return refused(
      twice(
        local,
        possible.map((instant) => offsetText(asUtc - instant)),
      ),
    )
  return accepted(utc(meant[0] ?? first))
}

function offsetAt(instant: number, timeZone: string): number {
  const local = instantOf(`${localTime(instant, timeZone)}:00Z`) ?? 0
  return local - Math.floor(instant / minute) * minute
}

const two = (value: number) => String(value).padStart(2, '0')

function offsetText(milliseconds: number): string {
  const size = Math.abs(milliseconds) / minute
  return `${milliseconds < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

function utc(instant: number): string {
  const days = Math.floor(instant / day)
  const minutes = (instant - days * day) / minute
  return `${isoOf(days)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00Z`
}

const notALocalTime = (typed: string): Refusal => ({
  code: 'timeFormat',
  reason: text(`${quoted(typed)} is not a date and time.`, `${quoted(typed)} er ikke dato og klokkeslett.`),
  remedy: text('Write day and time as 2026-11-22T14:05.', 'Skriv dag og klokkeslett som 2026-11-22T14:05.'),
})

const skipped = (local: string, timeZone: string): Refusal => ({
  code: 'timeNotExisting',
  reason: text(
    `${quoted(local)} does not exist in ${timeZone}: the clock was put forward past it.`,
    `${quoted(local)} finnes ikke i ${timeZone}: klokken ble stilt fram forbi det.`,
  ),
  remedy: text(
    'Check the time; in spring the clock goes from 02:00 to 03:00, so type a time such as 03:30.',
    'Kontroller klokkeslettet; om våren går klokken fra 02:00 til 03:00, så skriv for eksempel 03:30.',
  ),
})

const twice = (local: string, offsets: readonly string[]): Refusal => {
  const both = offsets.map((offset) => local + offset)
  return {
    code: 'timeTwice',
    reason: text(`${quoted(local)} happened twice that night.`, `${quoted(local)} var to ganger den natten.`),
    remedy: text(
      `Say which one: ${both.join(' (first) or ')} (second).`,
      `Oppgi hvilken: ${both.join(' (den første) eller ')} (den andre).`,
    ),
  }
}

const wrongOffset = (local: string, given: string, right: string): Refusal => ({
  code: 'timeOffset',
  reason: text(`The offset ${given} is not in force at ${local}.`, `Forskyvningen ${given} gjelder ikke ${local}.`),
  remedy: text(
    `Leave the offset out, or write ${local}${right}.`,
    `Utelat forskyvningen, eller skriv ${local}${right}.`,
  ),
})
