import { findingsOf, type Check } from './finding.ts'
import { readsOf } from './walk.ts'

const { error } = findingsOf('judgement')

/** A judgement is the investigator’s: read from a form that the investigator fills in and signs. */
export const judgement: Check = (study) => {
  const investigators = new Set(study.forms.filter(({ filledBy }) => filledBy === 'investigator').map(({ id }) => id))
  return study.criteria
    .filter(
      (criterion) =>
        criterion.judgement && !readsOf(study, criterion.holds).some(({ form }) => investigators.has(form)),
    )
    .map(({ id }) =>
      error(
        `criteria.${id}`,
        'A judgement that reads no form filled in by the investigator.',
        'En vurdering som ikke leser noe skjema fylt ut av utprøveren.',
      ),
    )
}
