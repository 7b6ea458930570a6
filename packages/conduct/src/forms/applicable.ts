import {
  asksOfVisit,
  type CompiledEncounter,
  type CompiledForm,
  type CompiledItem,
  type CompiledStudy,
  type Entry,
  type EvaluationRecord,
  type Study,
} from '@trialwright/protocol'
import type { MissingForm } from '../participant/types.ts'
import { remembered } from '../remembered.ts'
import { isForBlinded } from './blinding.ts'
import { currentEntry, type FormState } from './state.ts'

/** The forms of an encounter that concern the participant, those of logs and unscheduled visits among them. */
export function dueForms(
  study: Study,
  encounter: CompiledEncounter,
  record: EvaluationRecord,
  chosen: readonly string[] = [],
): readonly CompiledForm[] {
  if (encounter.contact === 'log') return encounter.forms.map((id) => study.form(id)).filter(isForBlinded)
  if (encounter.contact === 'unscheduled') return chosen.map((id) => study.form(id)).filter(isForBlinded)
  return formsAt(study, encounter, record)
}

/** The forms due at a planned encounter: those of its procedures that concern the participant, each once, in the protocol's order. */
export const formsAt = (
  study: Study,
  encounter: CompiledEncounter,
  record: EvaluationRecord,
): readonly CompiledForm[] =>
  formsOf(encounter, study).flatMap(({ form, conditions }) =>
    conditions === undefined || conditions.some((each) => study.condition(each, record) !== 'no') ? [form] : [],
  )

/** The forms an encounter may have, and what lets each concern a participant: one of these, or nothing is asked. */
const formsOf = remembered((encounter: CompiledEncounter, study: Study) =>
  encounter.forms
    .map((id) => study.form(id))
    .filter(isForBlinded)
    .flatMap((form) => {
      const asking = study.compiled.procedures.filter(
        ({ id, forms }) => encounter.procedures.includes(id) && forms.includes(form.id),
      )
      return asking.length === 0 ? [] : [{ form, conditions: conditionsOf(asking) }]
    }),
)

function conditionsOf(asking: CompiledStudy['procedures']) {
  const conditions = asking.flatMap(({ appliesTo }) => appliesTo ?? [])
  return conditions.length < asking.length ? undefined : conditions
}

/**
 * Whether an item concerns the participant. Its condition is read as of the visit it is asked at, by `recordAt`, which is
 * called only where there is one.
 */
export const applies = (study: Study, item: CompiledItem, recordAt: () => EvaluationRecord) =>
  item.appliesTo === undefined ? 'yes' : study.condition(item.appliesTo, recordAt())

const isOpenEntry = (entry: Entry | undefined): boolean => {
  if (entry === undefined) return true
  return 'value' in entry && typeof entry.value === 'object' && 'rows' in entry.value && !entry.value.complete
}

export const isMissing = (
  study: Study,
  filled: FormState | undefined,
  item: CompiledItem,
  recordAt: () => EvaluationRecord,
): boolean => isOpenIn(filled, item) && applies(study, item, recordAt) !== 'no'

const isOpenIn = (filled: FormState | undefined, item: CompiledItem): boolean =>
  !item.optional && item.blinding !== 'unblindedOnly' && isOpenEntry(currentEntry(filled, item.id))

/** Items of a form without an answer, whether or not they concern the participant. */
const openIn = remembered((filled: FormState, form: CompiledForm): readonly CompiledItem[] =>
  form.items.filter((item) => isOpenIn(filled, item)),
)

/** The participant's record without a visit, and as of the visit a form belongs to, which is made only where it is asked for. */
export interface Records {
  readonly record: EvaluationRecord
  readonly recordAt: () => EvaluationRecord
}

/** What a form still lacks; undefined when nothing. The same object while it lacks the same. */
export function missingOf(
  study: Study,
  form: CompiledForm,
  filled: FormState | undefined,
  { record, recordAt }: Records,
): MissingForm | undefined {
  if (!filled) return notStarted(form)
  const open = openIn(filled, form)
  if (open.length === 0) return undefined
  const items = open.filter((item) => applies(study, item, isOfVisit(item) ? recordAt : () => record) !== 'no')
  return items.length > 0 ? incomplete(filled, form, items.map(({ id }) => id).join(' ')) : undefined
}

const isOfVisit = remembered(({ appliesTo }: CompiledItem) => appliesTo !== undefined && asksOfVisit(appliesTo))

const notStarted = remembered(
  ({ id, title }: CompiledForm): MissingForm => ({
    form: id,
    title,
    state: 'notStarted',
    items: [],
  }),
)

const incomplete = remembered(
  (_: FormState, { id, title }: CompiledForm, items: string): MissingForm => ({
    form: id,
    title,
    state: 'incomplete',
    items: items.split(' '),
  }),
)
