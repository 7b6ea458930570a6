import type { Refusal, Study } from '@trialwright/protocol'
import { formKey } from '../forms/state.ts'
import type { ParticipantState } from '../participant/state.ts'
import { refuse } from '../refusals/refuse.ts'

/**
 * The encounter a sample of that day belongs to, for a form: a visit of that day, planned or not, or one whose form says
 * that day already. Where more than one could be meant, the file must name it.
 */
export function encounterOf(
  study: Study,
  state: ParticipantState,
  form: string,
  day: string,
): { readonly encounter: string } | { readonly refusal: Refusal } {
  const planned = study.compiled.encounters.map(({ id }) => id)
  const beside = Object.keys(state.encounters).filter((id) => !planned.includes(id))
  const found = [...planned, ...beside].filter((id) => {
    const { visit, forms } = state.encounters[id] ?? {}
    const holds = study.findEncounter(id)?.forms.includes(form) === true && (forms?.includes(form) ?? true)
    return holds && (visit?.day === day || state.forms[formKey(id, form)]?.day === day)
  })
  const [encounter, ...others] = found
  if (encounter === undefined) return { refusal: refuse('noVisitThatDay', { day }) }
  if (others.length > 0) return { refusal: refuse('severalVisitsThatDay', { encounters: found.join(', ') }) }
  return { encounter }
}
