import type { Duration } from '../expression/nodes.ts'
import { findingsOf, type Check } from './finding.ts'
import { nodesOf } from './walk.ts'

const { error } = findingsOf('durations')

/** Days, weeks, months and years are counted in whole ones, and a look-back is not negative. */
export const durations: Check = (study) => {
  const used = nodesOf(study).flatMap(({ path, node }): readonly { path: string; duration: Duration }[] =>
    node.kind === 'within'
      ? [{ path, duration: node.duration }]
      : node.kind === 'shifted'
        ? [{ path, duration: node.by }]
        : [],
  )
  const planned = study.encounters.flatMap(({ id, at, window }) => [
    ...(Number.isSafeInteger(at.value) ? [] : [`encounters.${id}.at`]),
    ...([window.early, window.late].every((days) => Number.isSafeInteger(days) && days >= 0)
      ? []
      : [`encounters.${id}.window`]),
  ])
  const broken = used.filter(({ duration: { value } }) => !Number.isSafeInteger(value) || value < 0)
  return [...broken.map(({ path }) => path), ...planned].map((path) =>
    error(
      path,
      'A duration is not a whole number of days, weeks, months or years, or is negative.',
      'En varighet er ikke et helt antall dager, uker, måneder eller år, eller er negativ.',
    ),
  )
}
