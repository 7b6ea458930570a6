import { accepted, refused, type Result } from '../refusal.ts'
import { text, unsafeCharacter } from './raw.ts'

const defaultLength = 2000

/**
 * Reads free text in any script, lines included. Å as one or two code points becomes one (Unicode NFC) so that equal
 * texts compare equal; what was typed is kept beside it. Refused: control characters, halves of characters, and marks
 * that hide or reorder text. Length is counted in Unicode characters.
 */
export function parseText(typed: string, length: number = defaultLength): Result<string> {
  // A string of that many UTF-16 units is too long however they pair, and is not worth counting.
  const characters = typed.length > length * 2 ? typed.length : Array.from(typed).length
  if (characters > length) {
    return refused({
      code: 'textTooLong',
      reason: text(`The text has more than ${length} characters.`, `Teksten har mer enn ${length} tegn.`),
      remedy: text(
        `Shorten it by at least ${characters - length} characters, such as by leaving out what is said elsewhere.`,
        `Kort den ned med minst ${characters - length} tegn, for eksempel ved å utelate det som står andre steder.`,
      ),
    })
  }
  const unsafe = unsafeCharacter(typed)
  if (unsafe) {
    return refused({
      code: 'textCharacter',
      reason: text(
        `Character ${unsafe.position} of the text, ${unsafe.code}, is invisible and changes or breaks what stands around it.`,
        `Tegn ${unsafe.position} i teksten, ${unsafe.code}, er usynlig og endrer eller ødelegger det som står rundt.`,
      ),
      remedy: text(
        'Delete the character, or type the passage again, such as “pain at night”.',
        'Slett tegnet, eller skriv stedet på nytt, for eksempel «vondt om natten».',
      ),
    })
  }
  return accepted(typed.normalize('NFC'))
}
