const two = (n: number): string => String(n).padStart(2, '0')

/** The device's own time with its offset, `2026-11-22T14:05:09.120+01:00`; kept beside the server's. */
export function clientTime(now: Date = new Date()): string {
  const offset = -now.getTimezoneOffset()
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 23)
  const away = Math.abs(offset)
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
}
