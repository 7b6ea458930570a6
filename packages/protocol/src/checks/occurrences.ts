import { encounterOf } from '../encounters.ts'
import { findingsOf, type Check } from './finding.ts'
import { conditionsOf, numbersOf, readsOf } from './walk.ts'

const { error } = findingsOf('occurrences')

/** A value asked of a named encounter is one that this encounter records. */
export const occurrences: Check = (study) =>
  [
    ...conditionsOf(study),
    ...numbersOf(study),
    ...[study.outcomes.primary, ...study.outcomes.secondary].map(({ measure }) => ({
      path: 'outcomes',
      node: measure,
    })),
  ].flatMap(({ path, node }) => {
    const elsewhere = readsOf(study, node).flatMap(({ form, at }) => {
      if (typeof at !== 'object') return []
      const encounter = encounterOf(study, at.encounter)
      return encounter === undefined || encounter.forms.includes(form) ? [] : [`${form}@${at.encounter}`]
    })
    return [...new Set(elsewhere)].map((place) => {
      const [form, encounter] = place.split('@')
      return error(
        path,
        `Reads the form ${form} of the encounter ${encounter}, which does not ask for it.`,
        `Leser skjemaet ${form} fra besøket ${encounter}, som ikke spør etter det.`,
      )
    })
  })
