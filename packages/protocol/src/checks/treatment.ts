import { findingsOf, type Check } from './finding.ts'
import { readsOf } from './walk.ts'

const { error, warning } = findingsOf('treatment')

/** Infusions: amounts are above zero, some encounter gives one, and the weight is recorded before the first. */
export const treatment: Check = (study) => {
  const { bagVolume, duration, observation, leastInterval, weight } = study.infusion
  const amounts = Object.entries({ bagVolume, duration, observation, leastInterval })
  const first = study.encounters.findIndex(({ administers }) => administers)
  const weighed = study.encounters.slice(0, first + 1).flatMap(({ forms }) => forms)
  const days = study.encounters.filter(({ administers, at }) => administers && at.unit === 'd')
  const tooClose = days.filter(
    ({ at, anchor }, index) =>
      index > 0 && days[index - 1]?.anchor === anchor && at.value - (days[index - 1]?.at.value ?? 0) < leastInterval,
  )
  return [
    ...amounts
      .filter(([, value]) => !(value > 0))
      .map(([part]) => error(`infusion.${part}`, 'Must be above zero.', 'Må være over null.')),
    ...(first === -1
      ? [error('encounters', 'No encounter gives an infusion.', 'Ingen besøk gir en infusjon.')]
      : readsOf(study, weight).every(({ form }) => weighed.includes(form))
        ? []
        : [
            error(
              'infusion.weight',
              'No encounter up to the first infusion records the weight the dose is computed from.',
              'Ingen besøk til og med første infusjon registrerer vekten som dosen regnes ut fra.',
            ),
          ]),
    ...tooClose.map(({ id }) =>
      error(
        `encounters.${id}`,
        `Planned sooner after the infusion before it than ${leastInterval} days.`,
        `Planlagt tidligere etter forrige infusjon enn ${leastInterval} dager.`,
      ),
    ),
    ...(study.target > 0
      ? []
      : [warning('target', 'The trial means to randomise nobody.', 'Studien skal ikke randomisere noen.')]),
  ]
}
