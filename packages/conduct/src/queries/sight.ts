import type { CompiledItem, Study } from '@trialwright/protocol'
import { isForBlinded, isSeenBy, sightOf } from '../forms/blinding.ts'
import type { Place } from '../place.ts'
import type { Role } from '../roles.ts'

/** The item a place lies in; undefined for a form as a whole, or where the study has none such. */
export const itemAt = (study: Study, { form, item, column }: Place): CompiledItem | undefined => {
  const found = study.compiled.forms.find(({ id }) => id === form)?.items.find(({ id }) => id === item)
  return column === undefined ? found : found?.columns?.find(({ id }) => id === column)
}

/**
 * Whether a role may read what is said of a place: the words of a query can tell the value it is about, so they are shown to
 * those who may see the value.
 */
export function seesPlace(study: Study, place: Place, role: Role, unblinded: boolean): boolean {
  const form = study.compiled.forms.find(({ id }) => id === place.form)
  if (!form || !isForBlinded(form) || !isSeenBy(form, role)) return false
  const whole = itemAt(study, { ...place, column: undefined })
  const items = [...(whole ? [whole] : []), ...(place.column === undefined ? [] : [itemAt(study, place)])]
  // Of a form as a whole: whoever may see all of what blinded roles record there.
  const about = place.item === undefined ? form.items.filter(({ blinding }) => blinding !== 'unblindedOnly') : items
  return about.every((item) => item !== undefined && sightOf(item, role, unblinded) === 'open')
}
