import { accepted, refused, type Refusal, type Result } from '../refusal.ts'
import { quoted, text } from './raw.ts'

/** Reads a local time of day, 00:00 to 23:59, two digits each. */
export function parseTime(typed: string): Result<string> {
  const trimmed = typed.trim()
  const [, hour, minute] = /^(\d{2}):(\d{2})$/.exec(trimmed) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return refused(notATime(trimmed))
  return accepted(trimmed)
}

function notATime(typed: string): Refusal {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.]?(\d{2})$/.exec(typed) ?? []
  const meant = hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : '14:05'
  return {
    code: 'timeFormat',
    reason: text(`${quoted(typed)} is not a time of day.`, `${quoted(typed)} er ikke et klokkeslett.`),
    remedy: text(
      `Write hours and minutes from 00:00 to 23:59, as ${meant}.`,
      `Skriv timer og minutter fra 00:00 til 23:59, som ${meant}.`,
    ),
  }
}
