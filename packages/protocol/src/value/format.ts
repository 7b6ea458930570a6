import type { CompiledItem } from '../compiled.ts'
import { languages, type Language, type Text } from '../text.ts'
import { standing, type AbsenceReason, type Censored, type Entry, type Rows } from './entry.ts'
import { formatDate } from './formatDate.ts'
import { formatReported } from './formatNumber.ts'
import { yesNoCodes } from './parseCode.ts'
import { text } from './raw.ts'
import { unitAfter } from './unitName.ts'

export const absenceTexts: Readonly<Record<AbsenceReason, Text>> = {
  notDone: text('not done', 'ikke utført'),
  notKnown: text('not known', 'ikke kjent'),
  notApplicable: text('not applicable', 'ikke aktuelt'),
  refused: text('refused', 'ønsket ikke å svare'),
}

/** An entry as people read it: `14.1 g/dL`, `<5 mg/L`, the label of a code, `Nov 2026`, rows one after another. */
export function formatEntry(item: CompiledItem, entry: Entry): Text {
  const [en, nb] = languages.map((language) => formatIn(item, entry, language))
  return text(en ?? '', nb ?? '')
}

function formatIn(item: CompiledItem, entry: Entry, language: Language): string {
  if ('absent' in entry) return absenceTexts[entry.absent][language]
  const { value } = entry
  if (typeof value === 'number' || isCensored(value)) {
    const size = typeof value === 'number' ? value : undefined
    return formatReported(value, language) + unitAfter(entry.unit ?? item.unit, language, size)
  }
  if (typeof value === 'object') return formatRows(item, value, language)
  switch (item.type) {
    case 'date':
      return formatDate(value, language)
    case 'coded':
    case 'yesNo':
      return labelOf(item.codes ?? yesNoCodes, value)?.[language] ?? value
    default:
      return item.classification === undefined ? entry.typed : value
  }
}

const isCensored = (value: object | string): value is Censored =>
  typeof value === 'object' && ('below' in value || 'above' in value)

/** A study's later version may have lost a code; the stored one is then shown as it is. */
const labelOf = (codes: Readonly<Record<string, Text>>, code: string) =>
  Object.hasOwn(codes, code) ? codes[code] : undefined

function formatRows(item: CompiledItem, all: Rows, language: Language): string {
  const { complete } = all
  const rows = standing(all)
  const shown = rows.map(({ cells }) =>
    (item.columns ?? [])
      .flatMap((column) => (cells[column.id] ? [formatIn(column, cells[column.id] as Entry, language)] : []))
      .join(', '),
  )
  if (rows.length === 0 && complete) return text('none', 'ingen')[language]
  return [...shown, ...(complete ? [] : ['…'])].join('; ')
}
