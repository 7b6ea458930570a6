import type {
  CompiledEncounter,
  CompiledForm,
  CompiledItem,
  Entry,
  EvaluationRecord,
  Study,
} from '@trialwright/protocol'
import type { MissingForm } from '../participant/types.ts'
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
export function formsAt(study: Study, encounter: CompiledEncounter, record: EvaluationRecord): readonly CompiledForm[] {
  const wanted = new Set(
    study.compiled.procedures
      .filter(({ id }) => encounter.procedures.includes(id))
      .filter(({ appliesTo }) => appliesTo === undefined || study.condition(appliesTo, record) !== 'no')
      .flatMap(({ forms }) => forms),
  )
  return encounter.forms
    .filter((id) => wanted.has(id))
    .map((id) => study.form(id))
    .filter(isForBlinded)
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
): boolean =>
  !item.optional &&
  item.blinding !== 'unblindedOnly' &&
  isOpenEntry(currentEntry(filled, item.id)) &&
  applies(study, item, recordAt) !== 'no'

/** What a form still lacks; undefined when nothing. */
export function missingOf(
  study: Study,
  form: CompiledForm,
  filled: FormState | undefined,
  recordAt: () => EvaluationRecord,
): MissingForm | undefined {
  const { id, title } = form
  if (!filled) return { form: id, title, state: 'notStarted', items: [] }
  const items = form.items.filter((item) => isMissing(study, filled, item, recordAt)).map((item) => item.id)
  return items.length > 0 ? { form: id, title, state: 'incomplete', items } : undefined
}
