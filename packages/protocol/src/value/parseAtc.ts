import { accepted, refused, type Result } from '../refusal.ts'
import { quoted, text } from './raw.ts'

/** Main group, then therapeutic, pharmacological and chemical subgroup, then substance; a code may end at any level. */
const pattern = /^[ABCDGHJLMNPRSV](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?$/

/** Reads a code of the WHO's ATC classification by its structure; which codes exist is licensed and not kept here. */
export function parseAtc(typed: string): Result<string> {
  const code = typed.trim().toUpperCase()
  if (pattern.test(code)) return accepted(code)
  return refused({
    code: 'atcCode',
    reason: text(
      `${quoted(typed)} is not written as an ATC code.`,
      `${quoted(typed)} er ikke skrevet som en ATC-kode.`,
    ),
    remedy: text(
      'Write the code as on the package, such as N02BE01, or as much of it as is known, such as N02B.',
      'Skriv koden slik den står på pakningen, for eksempel N02BE01, eller så mye av den som er kjent, for eksempel N02B.',
    ),
  })
}
