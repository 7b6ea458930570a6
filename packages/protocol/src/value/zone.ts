import { dayNumber, isDate } from './calendar.ts'

/* Local time of a place by the host's time-zone data (IANA names, `Europe/Oslo`). */

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string): Intl.DateTimeFormat {
  let found = formatters.get(timeZone)
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formatters.set(timeZone, found)
  }
  return found
}

/** Answers kept of each zone: the host's own reckoning is slow, and the same few instants are asked about again and again. */
const most = 512
const known = new Map<string, Map<number, string>>()

/** Local day and time at an instant in milliseconds since 1970-01-01T00:00Z, `2026-11-22T14:05`. */
export function localTime(instant: number, timeZone: string): string {
  let times = known.get(timeZone)
  if (times === undefined) known.set(timeZone, (times = new Map()))
  let time = times.get(instant)
  if (time === undefined) {
    time = reckoned(instant, timeZone)
    if (times.size >= most) times.clear()
    times.set(instant, time)
  }
  return time
}

function reckoned(instant: number, timeZone: string): string {
  const part = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}`
}

const instantPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/

/** Milliseconds since 1970-01-01T00:00Z of an instant with its offset, `2026-11-22T14:05:00Z`; undefined if it is none. */
export function instantOf(iso: string): number | undefined {
  const [, day, hour, minute, second = '0', fraction = '', zone = 'Z'] = instantPattern.exec(iso) ?? []
  if (day === undefined || !isDate(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return undefined
  const offset = zone === 'Z' ? 0 : (zone[0] === '-' ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4)))
  const minutes = dayNumber(day) * 1440 + Number(hour) * 60 + Number(minute) - offset
  return minutes * 60_000 + Number(second) * 1000 + Math.floor(Number(`0.${fraction || 0}`) * 1000)
}

/** How far a zone's clocks are from UTC at an instant, `+01:00`; empty for no instant. */
export function offsetAt(iso: string, timeZone: string): string {
  const instant = instantOf(iso)
  const local = instant === undefined ? undefined : instantOf(`${localTime(instant, timeZone)}Z`)
  if (instant === undefined || local === undefined) return ''
  const minutes = Math.round(local / 60_000 - Math.floor(instant / 60_000))
  const away = Math.abs(minutes)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
}

/** The calendar day an instant falls on in a zone: `2026-11-22T23:30:00Z` is 23 November in Oslo. RangeError for no instant. */
export function localDay(instantIso: string, timeZone: string): string {
  const instant = instantOf(instantIso)
  if (instant === undefined) throw new RangeError(`not an instant with its offset: ${JSON.stringify(instantIso)}`)
  return localTime(instant, timeZone).slice(0, 10)
}
