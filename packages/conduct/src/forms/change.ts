import {
  parseEntry,
  rowsOf,
  type CompiledForm,
  type CompiledItem,
  type Entry,
  type EvaluationRecord,
  type Refusal,
} from '@trialwright/protocol'
import { alike } from '../alike.ts'
import type { Asking, Refusals } from '../participant/asking.ts'
import type { ParticipantState } from '../participant/state.ts'
import { closedRefusals } from '../locks/closed.ts'
import { at, refuse } from '../refusals/refuse.ts'
import { tidy } from '../typed.ts'
import { applies } from './applicable.ts'
import { sightOf } from './blinding.ts'
import type { RecordForm } from './commands.ts'
import type { FormRecorded, ValueChange } from './events.ts'
import { reasonFor } from './reason.ts'
import { rowsChange, unconfirmed, type Told } from './rowsChange.ts'
import { currentEntry, formKey, type FormState } from './state.ts'

interface ReadEntry {
  readonly item: CompiledItem
  readonly entry: Entry
  readonly unusual: readonly Refusal[]
}

const fieldOf = (item: string): string => `entries.${item}`

/** Every item as typed, read strictly; all that cannot be read is refused at once. */
export function readEntries(
  { context }: Asking,
  { entries }: RecordForm,
  form: CompiledForm,
  before: FormState | undefined,
): { readonly refusals: Refusals; readonly entries: readonly ReadEntry[] } {
  const refusals: Refusal[] = []
  const read: ReadEntry[] = []
  for (const [id, raw] of Object.entries(entries)) {
    const field = fieldOf(id)
    const item = form.items.find((each) => each.id === id)
    const sight = item && sightOf(item, context.actor.role)
    if (item === undefined || sight === 'none') {
      refusals.push(at(field, refuse(item === undefined ? 'itemUnknown' : 'itemMasked')))
      continue
    }
    const recorded = currentEntry(before, id)
    const parsed = parseEntry(item, raw, context.language, { today: context.today, field, recorded })
    if (parsed.ok) read.push({ item, entry: parsed.value, unusual: parsed.warnings })
    else refusals.push(...parsed.refusals)
  }
  return { refusals, entries: read }
}

/** The participant as if these entries were recorded. */
export function withEntries(
  state: ParticipantState,
  { encounter, form, day, laboratory }: RecordForm,
  before: FormState | undefined,
  read: readonly ReadEntry[],
): ParticipantState {
  const by = { account: '', name: '', role: 'coordinator' as const }
  const typed = read.map(({ item, entry }) => [item.id, [{ entry, version: 0, day, at: '', by }]] as const)
  const values = { ...before?.values, ...Object.fromEntries(typed) }
  const filled: FormState = { encounter, form, day, laboratory: laboratory ?? before?.laboratory, version: 0, values }
  return { ...state, forms: { ...state.forms, [formKey(encounter, form)]: filled } }
}

/** What differs from the values there; a changed one has its reason, an unusual one its confirmation. */
export function changesOf(
  asking: Asking,
  command: RecordForm,
  before: FormState | undefined,
  read: readonly ReadEntry[],
  recordAfter: () => EvaluationRecord,
): { readonly refusals: Refusals; readonly changes: FormRecorded['changes'] } {
  const refusals: Refusal[] = []
  const changes: FormRecorded['changes'][number][] = []
  const closed = closedToNew(asking)
  const because = new Map(Object.entries(command.queries ?? {}))
  for (const { item, entry, unusual } of read) {
    const previous = currentEntry(before, item.id)
    if (previous !== undefined && isSame(previous, entry)) continue
    const inTheWay = [
      ...closedRefusals(asking, { encounter: command.encounter, form: command.form, item: item.id }),
      ...('value' in entry && applies(asking.study, item, recordAfter) === 'no' ? [refuse('itemNotApplicable')] : []),
    ]
    const told = { item, entry, previous, unusual, closed }
    const { change, refusals: own } = rowsOf(entry) ? rowsChange(command, told) : itemChange(command, told)
    refusals.push(...[...inTheWay, ...own].map((refusal) => at(refusal.field || fieldOf(item.id), refusal)))
    changes.push(because.has(item.id) ? { ...change, query: because.get(item.id) } : change)
  }
  return { refusals, changes }
}

/** One answer of one item. */
function itemChange({ reasons, confirmed }: RecordForm, { item, entry, previous, unusual, closed }: Told) {
  const change: ValueChange = {
    item: item.id,
    entry,
    ...(previous === undefined ? {} : { previous, reason: tidy(reasons?.[item.id] ?? '') }),
    ...(unusual.length > 0 ? { confirmedUnusual: true as const } : {}),
  }
  const asked = confirmed?.includes(item.id) === true ? [] : unusual
  const refusals = [...(previous === undefined ? closed : reasonFor(reasons, item.id)), ...asked.map(unconfirmed)]
  return { change, refusals }
}

/** Why only values already there may change. */
function closedToNew({ state }: Asking): Refusals {
  if (state.consent.withdrawn?.scope === 'everything') return [refuse('consentWithdrawn')]
  return state.screening.failed ? [refuse('alreadyScreenFailed')] : []
}

/** The same answer, however it was typed. */
const isSame = (one: Entry, other: Entry): boolean => alike(one, other, ['typed'])
