import type { Place } from '../place.ts'
import type { ParticipantState } from '../participant/state.ts'
import { formKey, type FormState, type ValueVersion } from './state.ts'

/**
 * Every value a place has had, oldest first; the last one counts. Of a cell these are the versions that changed it, of a row
 * those that added, changed, removed or took it back, of an item all of it.
 */
export function versionsAt(state: Pick<ParticipantState, 'forms'>, place: Place): readonly ValueVersion[] {
  const form = state.forms[formKey(place.encounter, place.form)]
  if (form === undefined || place.item === undefined) return []
  if (place.row === undefined) return form.values[place.item] ?? []
  return place.column === undefined
    ? rowVersions(form, place.item, place.row)
    : cellVersions(form, place.item, place.row, place.column)
}

export const rowVersions = (form: FormState, item: string, row: string): readonly ValueVersion[] =>
  (form.values[item] ?? []).filter(({ changed }) => changed?.rows.some((each) => each.row === row))

export const cellVersions = (form: FormState, item: string, row: string, column: string): readonly ValueVersion[] =>
  (form.values[item] ?? []).flatMap(({ changed, ...saved }) => {
    const cell = changed?.rows.find((each) => each.row === row)?.cells.find((each) => each.column === column)
    if (cell === undefined) return []
    const { entry, reason, confirmedUnusual } = cell
    return [{ ...saved, entry, reason, confirmedUnusual }]
  })
