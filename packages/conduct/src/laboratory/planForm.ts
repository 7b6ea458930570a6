import { formatEntry, parseEntry, type CompiledItem, type Entry, type Refusal, type Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import type { RecordForm } from '../forms/commands.ts'
import { currentEntry, formKey, type FormState } from '../forms/state.ts'
import { decideParticipant } from '../participant/decide.ts'
import type { ParticipantEvent } from '../participant/events.ts'
import type { ParticipantState } from '../participant/state.ts'
import { inOwnUnit, isSameResult, rawOf } from './compare.ts'
import type { FileRefusal, ReadResult, ReadRow, ResultPreview } from './types.ts'

export interface FormPlan {
  readonly results: readonly ResultPreview[]
  readonly refusals: readonly FileRefusal[]
  readonly events: readonly ParticipantEvent[]
  /** Something already recorded would be replaced, which needs a reason. */
  readonly corrects: boolean
}

interface Looked {
  readonly result: ReadResult
  readonly item: CompiledItem
  readonly entry?: Entry
  readonly before?: Entry
  readonly unusual?: Refusal
}

/**
 * One row's results of one form, at the encounter they belong to, decided as if they were typed there: the same ranges,
 * checks, freezes and locks. A result that is there already, in whichever unit, is left alone.
 */
export function planForm(
  study: Study,
  state: ParticipantState,
  context: Context,
  {
    row,
    encounter,
    form,
    results,
    laboratory,
    reason,
  }: {
    readonly row: ReadRow
    readonly encounter: string
    readonly form: string
    readonly results: readonly ReadResult[]
    readonly laboratory: string
    readonly reason: string
  },
): FormPlan {
  const filled = state.forms[formKey(encounter, form)]
  const looked = results.map((result) => look(study, filled, result, context))
  const open = looked.filter(({ item, entry, before }) => !entry || !before || !isSameResult(item, before, entry))
  const command: RecordForm = {
    type: 'recordForm',
    encounter,
    form,
    day: row.sampled,
    laboratory,
    entries: Object.fromEntries(open.map(({ result, item }) => [result.item, rawOf(result, item)])),
    reasons: Object.fromEntries(['day', 'laboratory', ...results.map(({ item }) => item)].map((key) => [key, reason])),
    expectedVersion: filled?.version ?? 0,
    confirmed: open.map(({ result }) => result.item),
    origin: row.origin,
  }
  const decision = decideParticipant(study, state, command, context)
  const nothing = !decision.ok && decision.refusals.every(({ code }) => code === 'nothingToRecord')
  const refusals = decision.ok || nothing ? [] : decision.refusals.map((refusal) => spotted(refusal, row, form))
  const isOpen = new Set(open.map(({ result }) => result.column))
  const stateOf = ({ result, before }: Looked): ResultPreview['state'] =>
    refusals.some(({ column }) => column === result.column || !isResult(column, results))
      ? 'refused'
      : !isOpen.has(result.column)
        ? 'equal'
        : before === undefined
          ? 'new'
          : 'changed'
  return {
    results: looked.map((each) => previewOf(each, row, encounter, stateOf(each))),
    refusals,
    events: decision.ok ? decision.events : [],
    corrects:
      decision.ok &&
      decision.events.some(
        (event) =>
          event.type === 'FormRecorded' &&
          (event.corrected !== undefined || event.changes.some(({ previous }) => previous !== undefined)),
      ),
  }
}

/** The result as it is read, beside the one there. */
function look(study: Study, filled: FormState | undefined, result: ReadResult, context: Context): Looked {
  const item = study.item(result.form, result.item)
  const before = currentEntry(filled, item.id)
  const parsed = parseEntry(item, rawOf(result, item), context.language, { today: context.today, field: result.column })
  const known = before === undefined ? {} : { before }
  if (!parsed.ok) return { result, item, ...known }
  const unusual = parsed.warnings[0]
  return { result, item, entry: parsed.value, ...known, ...(unusual && { unusual }) }
}

function previewOf(
  { result, item, entry, before, unusual }: Looked,
  { line, participant, sampled }: ReadRow,
  encounter: string,
  state: ResultPreview['state'],
): ResultPreview {
  const { form, column, typed } = result
  const own = entry && inOwnUnit(item, entry)
  return {
    line,
    participant,
    encounter,
    sampled,
    form,
    item: item.id,
    column,
    state,
    typed,
    ...(entry && { shown: formatEntry(item, entry) }),
    ...(own && { converted: formatEntry(item, own) }),
    ...(before && state === 'changed' && { previous: formatEntry(item, before) }),
    ...(unusual && state !== 'equal' && { unusual }),
  }
}

const isResult = (column: string | undefined, results: readonly ReadResult[]): boolean =>
  results.some((result) => result.column === column)

/** A refusal of the form said where it stands in the file. */
function spotted(refusal: Refusal, { line }: ReadRow, form: string): FileRefusal {
  const [field, item] = (refusal.field ?? '').split('.')
  const column =
    field === 'entries' ? `${form}.${item}` : { day: 'sampled', encounter: 'encounter', form: 'encounter' }[field ?? '']
  return { line, ...(column === undefined ? {} : { column }), refusal }
}
