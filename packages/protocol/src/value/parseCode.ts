import { accepted, refused, type Result } from '../refusal.ts'
import type { Text } from '../text.ts'
import { quoted, text } from './raw.ts'

export const yesNoCodes: Readonly<Record<string, Text>> = { yes: text('Yes', 'Ja'), no: text('No', 'Nei') }

/** Reads a code of a list, exactly as the list has it; a label is none. */
export function parseCode(typed: string, codes: Readonly<Record<string, Text>>): Result<string> {
  const code = typed.trim()
  if (Object.hasOwn(codes, code)) return accepted(code)
  const known = Object.keys(codes)
  const some = known.slice(0, 20).join(', ') + (known.length > 20 ? ', …' : '')
  return refused({
    code: 'codeUnknown',
    reason: text(`${quoted(typed)} is not one of the choices.`, `${quoted(typed)} er ikke et av valgene.`),
    remedy: text(`Choose one of these codes: ${some}.`, `Velg en av disse kodene: ${some}.`),
  })
}
