import type { Study, Text } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { isOpen } from '../encounters/plan.ts'
import { formKey } from '../forms/state.ts'
import type { FormView } from '../forms/types.ts'
import { viewOf } from '../forms/view.ts'
import type { ParticipantState } from '../participant/state.ts'
import type { UnblindedState } from '../preparation/state.ts'
import { seenUnblinded, unblindedFormRefusals, unblindedPart } from './form.ts'

/** A form's part for unblinded eyes. Undefined where it has none. Unblinded roles only. */
export function unblindedFormView(
  study: Study,
  participant: ParticipantState,
  unblinded: UnblindedState,
  encounter: string,
  formId: string,
  context: Context,
): FormView | undefined {
  const planned = study.compiled.encounters.find(({ id }) => id === encounter)
  const form = planned?.forms.includes(formId) ? unblindedPart(study.form(formId)) : undefined
  if (!form) return undefined
  const asking = { study, state: seenUnblinded(participant, unblinded, formKey(encounter, formId)), context }
  return viewOf(asking, encounter, form, unblindedFormRefusals(asking, encounter, formId), () => false)
}

/** A form with results that tell the arm, at an encounter whose turn has come. Unblinded roles only. */
export interface UnblindedResultRow {
  readonly code: string
  readonly site: string
  readonly encounter: string
  readonly title: Text
  readonly form: string
  readonly formTitle: Text
  /** 0 before the first filling. */
  readonly version: number
  /** Local day of the form. */
  readonly day?: string
}

/** Rows of one participant, in the protocol's order; empty before randomisation. */
export const unblindedResults = (
  study: Study,
  state: ParticipantState,
  unblinded: UnblindedState,
): readonly UnblindedResultRow[] =>
  !state.randomisation.randomised
    ? []
    : study.compiled.encounters.flatMap((encounter) => {
        if (!isOpen(study, state, encounter) || state.encounters[encounter.id]?.missed) return []
        return encounter.forms.flatMap((id): UnblindedResultRow[] => {
          const form = study.form(id)
          if (!unblindedPart(form)) return []
          const filled = unblinded.forms[formKey(encounter.id, id)]
          const { code, site } = state.consent
          return [
            {
              code,
              site,
              encounter: encounter.id,
              title: encounter.title,
              form: id,
              formTitle: form.title,
              version: filled?.version ?? 0,
              ...(filled ? { day: filled.day } : {}),
            },
          ]
        })
      })
