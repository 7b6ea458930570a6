/** Letters and digits nobody mixes up when reading a label aloud: no I, O, 0, 1. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const checkAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const length = 8

/**
 * Draws an infusion's label: eight characters from the caller's random bytes and a check character, `K7Q2M4XD-9`.
 * Nothing else goes in, so it cannot tell the arm. 2^40 labels; the caller draws again if one is taken.
 */
export function drawLabel(randomBytes: (count: number) => Uint8Array): string {
  const bytes = randomBytes(length)
  if (bytes.length !== length) throw new RangeError(`${length} random bytes wanted, ${bytes.length} given`)
  // 256 is eight times 32: the remainder keeps every character equally likely.
  const drawn = [...bytes].map((byte) => alphabet[byte % 32]).join('')
  return `${drawn}-${checkCharacter(drawn)}`
}

/** ISO 7064 MOD 37,36: finds every single wrong character and nearly every swap of two neighbours. */
export function checkCharacter(text: string): string {
  let product = 36
  for (const character of text) {
    const value = checkAlphabet.indexOf(character)
    if (value < 0) throw new RangeError(`no label character: ${JSON.stringify(character)}`)
    const sum = (product + value) % 36 || 36
    product = (sum * 2) % 37
  }
  return checkAlphabet[(37 - product) % 36]!
}

/** The label as typed or scanned, in its one form: capitals, a hyphen before the check character. Undefined if it is no label. */
export function readLabel(typed: string): { readonly label: string; readonly checks: boolean } | undefined {
  const characters = typed.toUpperCase().replace(/[\s-]/g, '')
  if (!/^[0-9A-Z]{9}$/.test(characters)) return undefined
  const body = characters.slice(0, length)
  const check = characters.slice(length)
  return { label: `${body}-${check}`, checks: checkCharacter(body) === check }
}
