import type { FormItemView, FormView, QueryView } from '@trialwright/conduct'
import type { CompiledForm, Language, Text } from '@trialwright/protocol'
import { roleName } from './names.ts'
import type { QueryPart } from './types.ts'
import { fill, words } from './words.ts'

/** The queries of a form that the reader may see, oldest first, each with all that was said. */
export const queryParts = (form: CompiledForm, view: FormView, language: Language): readonly QueryPart[] =>
  view.queries.map(({ id, place, status, byCheck, since, steps }) => ({
    query: id,
    ...(place.item !== undefined && { item: place.item }),
    ...(place.row !== undefined && { row: place.row }),
    ...(place.column !== undefined && { column: place.column }),
    about: aboutOf(form, view.items, place, language),
    state: status,
    standing: statuses[status][language],
    since,
    byCheck: byCheck === true,
    steps: steps.map((step) => ({
      at: step.at,
      by: step.by.name,
      role: roleName(step.by.role)[language],
      byCheck: step.byCheck === true,
      kind: step.kind,
      did: did[step.kind][language],
      ...(step.text && { text: step.text[language] }),
    })),
  }))

/** `Weight`, `Medicines: row 2, stop`, or the form as a whole. */
function aboutOf(
  form: CompiledForm,
  views: readonly FormItemView[],
  place: QueryView['place'],
  language: Language,
): string {
  const item = form.items.find(({ id }) => id === place.item)
  if (item === undefined) return words.wholeForm[language]
  const number = views.find((view) => view.item === item.id)?.rows?.find(({ row }) => row === place.row)?.number
  const column = item.columns?.find(({ id }) => id === place.column)
  if (number === undefined) return item.label[language]
  return `${item.label[language]}: ${cellName(number, column?.label, language)}`
}

export const cellName = (row: number, column: Text | undefined, language: Language): string =>
  [fill(words.row[language], { row }), column?.[language]].filter((part) => part !== undefined).join(', ')

const statuses: Readonly<Record<QueryView['status'], Text>> = {
  open: { en: 'open', nb: 'åpent' },
  answered: { en: 'answered', nb: 'besvart' },
  closed: { en: 'closed', nb: 'lukket' },
}

const did: Readonly<Record<QueryView['steps'][number]['kind'], Text>> = {
  asked: { en: 'asked', nb: 'spurte' },
  answered: { en: 'answered', nb: 'svarte' },
  corrected: { en: 'corrected the value', nb: 'rettet verdien' },
  closed: { en: 'closed', nb: 'lukket' },
  reopened: { en: 'asked again', nb: 'spurte igjen' },
}
