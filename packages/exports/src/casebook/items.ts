import type { FormItemView } from '@trialwright/conduct'
import {
  type CompiledForm,
  type CompiledItem,
  type Entry,
  formatEntry,
  type Language,
  type Rows,
} from '@trialwright/protocol'
import { timingLines } from './timing.ts'
import type { FormPart, ItemPart } from './types.ts'
import { fill, words } from './words.ts'

export const itemPart = (item: CompiledItem, view: FormItemView | undefined, language: Language): ItemPart => ({
  item: item.id,
  label: item.label[language],
  question: item.question[language],
  ...valueOf(item, view, language),
})

type Valued = Omit<ItemPart, 'item' | 'label' | 'question'>

function valueOf(item: CompiledItem, view: FormItemView | undefined, language: Language): Valued {
  if (view?.hidden) return { state: 'hidden', value: words.hidden[language] }
  const { entry } = view ?? {}
  if (view === undefined || entry === undefined) {
    if (view?.applies === 'no') return { state: 'notApplicable', value: words.notApplicable[language] }
    return { state: 'empty', value: words.empty[language] }
  }
  const last = view.history.at(-1)
  const corrections = view.history.length - 1
  const timing = timingLines(item, view, language)
  return {
    state: 'absent' in entry ? 'absent' : 'value',
    value: formatEntry(item, entry)[language],
    ...(last && { by: `${last.by.name}, ${last.at.slice(0, 16).replace('T', ' ')}` }),
    ...(timing.length > 0 && { timing }),
    ...(corrections > 0 && { corrections: fill(words.corrected[language], { n: corrections }) }),
    ...(item.type === 'repeat' && tableOf(item, entry, language)),
  }
}

/** The rows of a repeating item as a table; nothing where there are none, or a reason stands instead. */
function tableOf(item: CompiledItem, entry: Entry, language: Language): Pick<ItemPart, 'table'> {
  const rows = 'absent' in entry ? [] : (entry.value as Rows).rows
  const columns = item.columns ?? []
  if (rows.length === 0 || columns.length === 0) return {}
  return {
    table: {
      columns: columns.map(({ label }) => label[language]),
      rows: rows.map(({ cells, removed }) =>
        columns.map((column, index) => {
          const cell = cells[column.id]
          const shown = cell === undefined ? '' : formatEntry(column, cell)[language]
          return removed && index === 0 ? `${words.removed[language]}: ${shown}` : shown
        }),
      ),
    },
  }
}

/** The form without anybody's answers: what may be answered stands where the answer would. */
export const blankForm = (form: CompiledForm, language: Language): FormPart => ({
  form: form.id,
  title: form.title[language],
  facts: [],
  ...licence(form, language),
  queries: [],
  items: form.items.map((item) => ({
    item: item.id,
    label: item.label[language],
    question: item.question[language],
    state: 'blank',
    value: choicesOf(item, language),
    ...(item.type === 'repeat' && {
      table: { columns: (item.columns ?? []).map(({ label }) => label[language]), rows: [[], [], []] },
    }),
  })),
})

export const licence = ({ licensed }: CompiledForm, language: Language): { readonly note?: string } =>
  licensed ? { note: fill(words.licensed[language], { ...licensed }) } : {}

function choicesOf(item: CompiledItem, language: Language): string {
  if (item.type === 'yesNo') return language === 'en' ? '☐ Yes  ☐ No' : '☐ Ja  ☐ Nei'
  const codes = item.codes ?? {}
  const names = (item.codeOrder ?? Object.keys(codes)).flatMap((code) => codes[code]?.[language] ?? [])
  if (names.length > 0) return names.map((name) => `☐ ${name}`).join('  ')
  return ['____________', item.unit === undefined || item.unit.startsWith('{') ? '' : item.unit].join(' ').trim()
}
