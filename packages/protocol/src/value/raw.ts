import type { Refusal } from '../refusal.ts'
import type { Text } from '../text.ts'

/** An item's answer as it came from a person or another system, before anything is known of it. */
export interface RawEntry {
  readonly typed?: string
  /** UCUM code chosen beside the number. */
  readonly unit?: string
  /** Reason there is no value. */
  readonly absent?: string
  readonly rows?: readonly RawRow[]
  /** Repeats: there are no more rows. */
  readonly complete?: boolean
}

/** A row to add, or what changes in one: cells left out stay as they are, and so do rows left out. */
export interface RawRow {
  readonly id: string
  readonly cells: Readonly<Record<string, RawEntry>>
  /** Entered in error; `false` takes that back. */
  readonly removed?: boolean
  /** Why cells already there are changed, or the row removed or taken back. */
  readonly reason?: string
}

/** What was read, with doubts worth asking about; or why it could not be read. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Refusal[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

export const parsed = <T>(value: T, ...warnings: readonly Refusal[]): Parsed<T> => ({ ok: true, value, warnings })

/** In both languages; what {@link quoted} quotes stands in the marks of each. */
export const text = (en: string, nb: string): Text => ({ en, nb: nb.replaceAll('“', '«').replaceAll('”', '»') })

/** Characters that hide, reorder or break what stands around them; a line feed is none of them. */
const unsafe = /[\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]|(?!\n)\p{Cc}/u

/** First such character, as `U+0000`, and where it stands, counted from 1; undefined if there is none. */
export function unsafeCharacter(typed: string): { readonly code: string; readonly position: number } | undefined {
  const found = unsafe.exec(typed)
  if (!found) return undefined
  const code = found[0].codePointAt(0) ?? 0
  return { code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, position: found.index + 1 }
}

/** What was typed, short and harmless enough to stand in a sentence. */
export function quoted(typed: string): string {
  const characters = Array.from(typed.slice(0, 100))
  const shown = characters.slice(0, 40).map((c) => (unsafe.test(c) || c === '\n' ? '\uFFFD' : c))
  return `“${shown.join('')}${characters.length > 40 ? '…' : ''}”`
}
