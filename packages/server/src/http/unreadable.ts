import type { Refusal } from '@trialwright/protocol'
import { malformed } from '../refusals.ts'

// Tab, line feed and carriage return are text; the other control characters, direction overrides and half surrogate pairs are not.
const unwanted =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/

const deepest = 12

/**
 * The first place in a body whose text cannot be stored or would deceive a reader, or that lies too deep; undefined if all is well.
 * PostgreSQL refuses NUL and half surrogates, so they must never come that far.
 */
export function unreadable(value: unknown, path = '', depth = 0): Refusal | undefined {
  if (typeof value === 'string') return unwanted.test(value) ? notText(path) : undefined
  if (typeof value !== 'object' || value === null) return undefined
  if (depth === deepest) return tooDeep(path)
  for (const [key, inner] of Object.entries(value)) {
    const here = path ? `${path}.${key}` : key
    const found = unwanted.test(key) ? notText(path || 'body') : unreadable(inner, here, depth + 1)
    if (found) return found
  }
  return undefined
}

const notText = (path: string) =>
  malformed(
    (path || 'body').slice(0, 200),
    ['The text holds characters that cannot be read.', 'Teksten inneholder tegn som ikke kan leses.'],
    ['Type it again without invisible characters.', 'Skriv det på nytt uten usynlige tegn.'],
  )

const tooDeep = (path: string) =>
  malformed(
    path.slice(0, 200),
    ['The body is nested too deeply.', 'Innholdet er nøstet for dypt.'],
    ['Send it as the interface description shows.', 'Send det slik grensesnittbeskrivelsen viser.'],
  )
