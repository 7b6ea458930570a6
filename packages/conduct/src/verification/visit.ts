import type { CompiledForm, CompiledItem, Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { isSeenBy, sightOf } from '../forms/blinding.ts'
import { currentEntry, formKey, type FormState } from '../forms/state.ts'
import type { ParticipantState } from '../participant/state.ts'
import { inSample, plannedFor } from './plan.ts'
import { formProgress, plus, type Progress } from './progress.ts'
import type { ComparableForm, ComparableValue, VisitVerification } from './types.ts'
import { itemVerification } from './view.ts'

/** The forms of an encounter that hold values, each value as it stands beside its source. Undefined when there is no such encounter. */
export function visitVerification(
  study: Study,
  state: ParticipantState,
  encounter: string,
  { actor: { role }, studyState }: Pick<Context, 'actor' | 'studyState'>,
): VisitVerification | undefined {
  const planned = study.findEncounter(encounter)
  if (planned === undefined) return undefined
  const { code, site } = state.consent
  const sampled = inSample(study.compiled, studyState, code, site)
  const isOpen = (item: CompiledItem) => sightOf(item, role, studyState.unblinded !== undefined) === 'open'
  const forms = planned.forms.flatMap((id): ComparableForm[] => {
    const filled = state.forms[formKey(encounter, id)]
    const form = study.form(id)
    if (filled === undefined || !isSeenBy(form, role)) return []
    const values = valuesOf(study, state, filled, form, sampled, isOpen)
    if (values.length === 0) return []
    const { day, laboratory } = filled
    const progress = formProgress(study, state, filled)
    return [
      {
        form: id,
        day,
        ...(laboratory === undefined ? {} : { laboratory }),
        ...(sampled ? progress.whole : progress.critical),
        values,
      },
    ]
  })
  const none: Progress = { planned: 0, verified: 0, changed: 0 }
  const all = forms.reduce((sum: Progress, each) => plus(sum, each), none)
  return { code, encounter, title: planned.title, sampled, ...all, forms }
}

const valuesOf = (
  study: Study,
  state: ParticipantState,
  filled: FormState,
  form: CompiledForm,
  sampled: boolean,
  isOpen: (item: CompiledItem) => boolean,
): ComparableValue[] =>
  form.items.filter(isOpen).flatMap((item) => {
    const entry = currentEntry(filled, item.id)
    const verification = itemVerification(study, state, filled, item)
    if (entry === undefined || verification === undefined) return []
    const planned = verification.critical || (sampled && plannedFor(study.compiled, form, item) !== 'none')
    return [{ item: item.id, entry, planned, verification }]
  })
