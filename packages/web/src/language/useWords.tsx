import type { Language, Text } from '@trialwright/protocol'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { formatDay, formatInstant, formatNumber } from './format.ts'
import { formatMessage, type Values } from './message.ts'
import { type MessageKey, messages } from './messages/index.ts'

export interface Words {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  /** A text of the product. */
  readonly t: (key: MessageKey, values?: Values) => string
  /** A text of the study, or a refusal's. */
  readonly say: (text: Text) => string
  readonly day: (iso: string) => string
  readonly instant: (iso: string, timeZone?: string) => string
  readonly number: (value: number, decimals?: number) => string
}

const WordsContext = createContext<Words | undefined>(undefined)
/** Where no site's zone is at hand, the reader's own. */
const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

const stored = 'trialwright.language'

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('language') ?? localStorage.getItem(stored)
  if (asked === 'en' || asked === 'nb') return asked
  return /^(nb|nn|no)\b/i.test(navigator.language) ? 'nb' : 'en'
}

export const wordsIn = (language: Language, setLanguage: Words['setLanguage'] = () => {}): Words => ({
  language,
  setLanguage,
  t: (key, values) => formatMessage(messages[key], language, values),
  say: (text) => text[language],
  day: (iso) => formatDay(iso, language),
  instant: (iso, timeZone = ownZone) => formatInstant(iso, language, timeZone),
  number: (value, decimals) => formatNumber(value, language, decimals),
})

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem(stored, language)
  }, [language])
  const words = useMemo(() => wordsIn(language, setLanguage), [language])
  return <WordsContext value={words}>{children}</WordsContext>
}

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (words === undefined) throw new Error('useWords outside WordsProvider')
  return words
}
