import { findingsOf, type Check } from './finding.ts'
import { conditionsOf, numbersOf, readsOf } from './walk.ts'

const { error, warning } = findingsOf('unscheduledForms')

/** A form no encounter asks for is never filled in: what reads it stays unknown for everybody. */
export const unscheduledForms: Check = (study) => {
  const scheduled = new Set(
    [...study.encounters, ...(study.logs ?? []), ...(study.unscheduled ? [study.unscheduled] : [])].flatMap(
      ({ forms }) => forms,
    ),
  )
  return study.forms
    .filter(({ id }) => !scheduled.has(id))
    .map(({ id }) => {
      const readers = [...conditionsOf(study), ...numbersOf(study)]
        .filter(({ node }) => readsOf(study, node).some(({ form }) => form === id))
        .map(({ path }) => path)
      return readers.length === 0
        ? warning(
            `forms.${id}`,
            'No encounter asks for this form, and nothing reads it.',
            'Ingen besøk spør etter dette skjemaet, og ingenting leser det.',
          )
        : error(
            `forms.${id}`,
            `No encounter asks for this form, but it is read by ${readers.join(', ')}, which then stays unknown.`,
            `Ingen besøk spør etter dette skjemaet, men det leses av ${readers.join(', ')}, som da forblir ukjent.`,
          )
    })
}
