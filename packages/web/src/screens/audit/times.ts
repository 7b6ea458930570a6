import { instantOf, localTime } from '@trialwright/protocol'

const two = (n: number): string => String(n).padStart(2, '0')

/** How far the zone's clocks are from UTC at an instant, `+01:00`. */
export function offsetAt(iso: string, timeZone: string): string {
  const instant = instantOf(iso)
  const local = instant === undefined ? undefined : instantOf(`${localTime(instant, timeZone)}Z`)
  if (instant === undefined || local === undefined) return ''
  const minutes = Math.round((local - Math.floor(instant / 60_000) * 60_000) / 60_000)
  const away = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
}

/** Seconds from entry on the device to storage in the database; undefined where either is no instant. */
export function gapSeconds(entered: string, stored: string): number | undefined {
  const [from, to] = [instantOf(entered), instantOf(stored)]
  return from === undefined || to === undefined ? undefined : Math.round((to - from) / 1000)
}
