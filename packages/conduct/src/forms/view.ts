import {
  formatEntry,
  rowsOf,
  type CompiledForm,
  type CompiledItem,
  type EvaluationRecord,
  type LaboratoryRange,
  type Study,
} from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { itemVerification } from '../verification/view.ts'
import { closureViews } from '../locks/view.ts'
import { once, type Asking, type Refusals } from '../participant/asking.ts'
import { rightRefusals } from '../participant/decide.ts'
import { recordNow } from '../participant/facts.ts'
import type { ParticipantState } from '../participant/state.ts'
import { mayAsk, queriesAt } from '../queries/view.ts'
import { applies, isMissing } from './applicable.ts'
import { isSeenBy, sightOf } from './blinding.ts'
import { recordingRefusals } from './decide.ts'
import { listHistory, rowsView, shownVersions } from './rowsView.ts'
import { currentEntry, formKey, type FormState } from './state.ts'
import type { FormItemView, FormView } from './types.ts'

/** A form as filled in, item by item, for the reader. Undefined when the encounter has no such form, or none for the reader. */
export function formView(
  study: Study,
  state: ParticipantState,
  encounter: string,
  form: string,
  context: Context,
): FormView | undefined {
  const planned = study.findEncounter(encounter)
  if (!planned?.forms.includes(form)) return undefined
  const sight = (item: CompiledItem) => sightOf(item, context.actor.role, context.studyState.unblinded !== undefined)
  const whole = study.form(form)
  if (!isSeenBy(whole, context.actor.role)) return undefined
  const items = whole.items.filter((item) => sight(item) !== 'none')
  if (items.length === 0) return undefined
  const asking = { study, state, context }
  const toRecord = [
    ...rightRefusals('recordForm', context.actor, context.site),
    ...recordingRefusals(asking, encounter, form),
  ]
  return {
    ...viewOf(asking, encounter, { ...whole, items }, toRecord, (item) => sight(item) === 'hidden'),
    queries: queriesAt(asking, encounter, form),
    mayAsk: mayAsk(asking, encounter, form),
  }
}

/** The items of `form` as filled in; what is asked of them is the blinded side's alone. */
export function viewOf(
  { study, state, context }: Asking,
  encounter: string,
  { id: form, items }: CompiledForm,
  toRecord: Refusals,
  isHidden: (item: CompiledItem) => boolean,
): FormView {
  const filled = state.forms[formKey(encounter, form)]
  const recordAt = once(() => recordNow({ study, state, context }, encounter))
  const { timeZone } = study.compiled.sites.find(({ id }) => id === context.site)!
  return {
    code: state.consent.code,
    encounter,
    form,
    version: filled?.version ?? 0,
    ...(filled ? { day: filled.day } : {}),
    ...(filled?.laboratory === undefined ? {} : { laboratory: filled.laboratory }),
    laboratories: laboratoriesOf(context.ranges, form),
    items: items.map((item) => {
      const view = itemView(study, filled, item, isHidden(item), timeZone, recordAt)
      const verification = isHidden(item) ? undefined : itemVerification(study, state, filled, item)
      return verification ? { ...view, verification } : view
    }),
    closed: closureViews({ study, state, context }, { encounter, form }),
    toRecord,
    queries: [],
    mayAsk: false,
  }
}

const laboratoriesOf = (ranges: readonly LaboratoryRange[], form: string): readonly string[] =>
  [...new Set(ranges.filter((range) => range.form === form).map(({ laboratory }) => laboratory))].toSorted()

function itemView(
  study: Study,
  filled: FormState | undefined,
  item: CompiledItem,
  isHidden: boolean,
  timeZone: string,
  recordAt: () => EvaluationRecord,
): FormItemView {
  const about = {
    item: item.id,
    applies: applies(study, item, recordAt),
    missing: isMissing(study, filled, item, recordAt),
  }
  if (isHidden) return { ...about, hidden: true, history: [] }
  const entry = currentEntry(filled, item.id)
  const versions = filled?.values[item.id] ?? []
  return {
    ...about,
    ...(entry === undefined ? {} : { entry, shown: formatEntry(item, entry) }),
    ...(rowsOf(entry)
      ? { history: listHistory(versions, timeZone), rows: rowsView(filled, item, timeZone) }
      : { history: shownVersions(versions, item, timeZone) }),
  }
}
