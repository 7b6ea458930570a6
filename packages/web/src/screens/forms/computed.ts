import {
  type Answer,
  type CompiledForm,
  type ConditionNode,
  type Entry,
  itemsOf,
  type Study,
  type Text,
} from '@trialwright/protocol'

export interface Score {
  readonly id: string
  readonly title: Text
  readonly unit: string
  readonly value: { readonly low: number; readonly high: number } | undefined
}

const readsOnly = (form: CompiledForm, node: Parameters<typeof itemsOf>[0]): boolean => {
  const items = itemsOf(node)
  return items.length > 0 && items.every((item) => item.form === form.id)
}

/** A record of this form's answers as they stand in the fields, for live calculation only. */
export function recordOfForm(
  study: Study,
  form: CompiledForm,
  encounter: string,
  today: string,
  entries: Readonly<Record<string, Entry>>,
) {
  return study.record({
    today,
    events: {},
    forms: [{ form: form.id, encounter, date: today, entries }],
    ranges: [],
    visit: encounter,
  })
}

/** Scores made of this form's answers alone. */
export function scoresOf(study: Study, form: CompiledForm, record: ReturnType<typeof recordOfForm>): readonly Score[] {
  return study.compiled.derived
    .filter((derived) => readsOnly(form, derived.from))
    .map(({ id, title, unit }) => ({
      id,
      title,
      unit,
      value: study.number({ kind: 'derived', id, at: 'latest', unit }, record),
    }))
}

/** Whether an item is asked: decided live where this form decides it, else as the server last said. */
export function applies(
  study: Study,
  form: CompiledForm,
  condition: ConditionNode | undefined,
  record: ReturnType<typeof recordOfForm>,
  said: Answer,
): Answer {
  if (condition === undefined) return 'yes'
  return readsOnly(form, condition) ? study.condition(condition, record) : said
}
