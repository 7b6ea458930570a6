import { type Language, parsePartialDate, parseTime, type Refusal } from '@trialwright/protocol'
import { writtenDate } from '../screens/forms/raw.ts'

/** A field of a command's small form. Days are typed as the language writes them and sent as `2026-11-22`. */
export interface CommandField {
  readonly name: string
  readonly label: string
  readonly kind: 'day' | 'time' | 'text' | 'long' | 'whole' | 'password' | 'choice' | 'several'
  readonly help?: string
  readonly optional?: boolean
  /** Days as `2026-11-22`. */
  readonly initial?: string
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  readonly unit?: string
}

export type Typed = Readonly<Record<string, string>>

export const initialOf = (fields: readonly CommandField[], language: Language): Typed =>
  Object.fromEntries(
    fields.map(({ name, kind, initial = '' }) => [
      name,
      kind === 'day' && initial !== '' ? writtenDate(initial, language) : initial,
    ]),
  )

const empty: Refusal = {
  code: 'valueMissing',
  reason: { en: 'This is empty.', nb: 'Dette er tomt.' },
  remedy: { en: 'Fill it in.', nb: 'Fyll det ut.' },
}

const notWhole: Refusal = {
  code: 'wholeNumber',
  reason: { en: 'This is not a whole number.', nb: 'Dette er ikke et helt tall.' },
  remedy: { en: 'Type digits only, such as 4.', nb: 'Skriv bare sifre, for eksempel 4.' },
}

export interface ReadFields {
  readonly body: Readonly<Record<string, string | number>>
  readonly refusals: ReadonlyMap<string, Refusal>
}

/** What the fields say, or what is wrong with each. Empty optional fields are left out. */
export function readFields(fields: readonly CommandField[], typed: Typed, language: Language): ReadFields {
  const body: Record<string, string | number> = {}
  const refusals = new Map<string, Refusal>()
  for (const { name, kind, optional } of fields) {
    const text = (typed[name] ?? '').trim()
    if (text === '') {
      if (optional !== true) refusals.set(name, empty)
      continue
    }
    if (kind === 'whole') {
      if (/^\d{1,6}$/.test(text)) body[name] = Number(text)
      else refusals.set(name, notWhole)
      continue
    }
    const read = kind === 'day' ? parsePartialDate(text, language) : kind === 'time' ? parseTime(text) : undefined
    if (read === undefined) body[name] = kind === 'password' ? (typed[name] ?? '') : text
    else if (!read.ok) refusals.set(name, read.refusals[0] ?? empty)
    else body[name] = read.value
  }
  return { body, refusals }
}

/** Several choices are kept as one text, their values parted by commas. */
export const chosenOf = (text: string): readonly string[] => text.split(',').filter((value) => value !== '')
