/**
 * What a site's participant codes begin with: the first letters of its id, as many as tell it from the other sites and at
 * least three, `OUS`. Sites added later lengthen nobody's prefix that was there before them in the definition's order.
 */
export function codePrefix(sites: readonly { readonly id: string }[], site: string): string {
  const taken = new Set<string>()
  for (const { id } of sites) {
    const letters = id
      .toUpperCase()
      .replaceAll(/[^A-Z]/g, '')
      .padEnd(3, 'X')
    let length = 3
    while (taken.has(letters.slice(0, length)) && length < Math.min(letters.length, 8)) length += 1
    let prefix = letters.slice(0, length)
    for (let letter = 65; taken.has(prefix); letter += 1) prefix = letters.slice(0, 2) + String.fromCharCode(letter)
    taken.add(prefix)
    if (id === site) return prefix
  }
  throw new Error(`the study has no site ${site}`)
}

/** `OUS-001`, and on past 999 to `OUS-1000`. */
export const participantCode = (prefix: string, number: number): string =>
  `${prefix}-${String(number).padStart(3, '0')}`
