import { findingsOf, type Check } from './finding.ts'

const { error, warning } = findingsOf('assumptions')

/** What criteria and rules say they rest on is on the list, and what is on the list is used. */
export const assumptions: Check = (study) => {
  const known = new Set(study.assumptions.map(({ id }) => id))
  const users = (['criteria', 'requirements', 'holds', 'stops', 'checks', 'deviations'] as const).flatMap((list) =>
    study[list].map(({ id, assumes }) => ({ path: `${list}.${id}`, assumes })),
  )
  const named = new Set(users.flatMap(({ assumes }) => assumes))
  const idle = [...known].filter((id) => !named.has(id))
  return [
    ...users.flatMap(({ path, assumes }) =>
      assumes
        .filter((id) => !known.has(id))
        .map((id) => error(path, `There is no assumption ${id}.`, `Det finnes ingen antakelse ${id}.`)),
    ),
    ...(idle.length === 0
      ? []
      : [
          warning(
            'assumptions',
            `No criterion or rule names these assumptions: ${idle.join(', ')}.`,
            `Ingen kriterier eller regler viser til disse antakelsene: ${idle.join(', ')}.`,
          ),
        ]),
    ...study.assumptions
      .filter(({ why, question }) => why.trim() === '' || question.trim() === '')
      .map(({ id }) =>
        error(
          `assumptions.${id}`,
          'An assumption says why its value was taken, and which question would settle it.',
          'En antakelse sier hvorfor verdien ble valgt, og hvilket spørsmål som ville avgjøre den.',
        ),
      ),
  ]
}
