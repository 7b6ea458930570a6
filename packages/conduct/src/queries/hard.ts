import type { FormRecorded } from '../forms/events.ts'
import type { Asking, Refusals } from '../participant/asking.ts'
import { afterwards } from '../participant/state.ts'
import { at, refuse } from '../refusals/refuse.ts'
import { asker } from './ask.ts'
import { failingOf } from './consequences.ts'
import { touchedBy } from './touched.ts'

/** The hard edit checks that the saving would leave unmet, each at the field to correct. */
export function hardRefusals({ study, state, context }: Asking, event: FormRecorded): Refusals {
  const after = afterwards(state, [event])
  const touched = touchedBy(study, state, after, [event]).filter(({ check }) => check.check.strictness === 'hard')
  if (touched.length === 0) return []
  const asked = asker(study, after, context)
  return touched.flatMap((each): Refusals => {
    const read = each.check.reads.find(
      ({ form, item }) => form === event.form && event.changes.some((change) => change.item === item),
    )
    return failingOf(asked, each).map(({ check: { text }, place }) => {
      const here = place.encounter === event.encounter && place.form === event.form
      const field = here
        ? [place.item, place.row, place.column].filter((part) => part !== undefined).join('.')
        : (read?.item ?? '')
      const elsewhere = place.encounter === event.encounter ? {} : { visit: study.encounter(place.encounter).title }
      return at(field === '' ? 'day' : `entries.${field}`, refuse('checkFails', { text, ...elsewhere }))
    })
  })
}
