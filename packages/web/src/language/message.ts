import type { Language, Text } from '@trialwright/protocol'
import { IntlMessageFormat } from 'intl-messageformat'
import { localeOf } from './format.ts'

export type Values = Readonly<Record<string, string | number>>

const compiled = new Map<string, IntlMessageFormat>()

/** One text in one language; ICU plurals and selects are filled in from the values. */
export function formatMessage(message: Text, language: Language, values?: Values): string {
  const text = message[language]
  if (values === undefined && !text.includes('{')) return text
  const key = `${language} ${text}`
  let format = compiled.get(key)
  if (format === undefined) {
    format = new IntlMessageFormat(text, localeOf(language), undefined, { ignoreTag: true })
    compiled.set(key, format)
  }
  return String(format.format(values))
}
