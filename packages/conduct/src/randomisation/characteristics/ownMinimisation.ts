import type { Study } from '@trialwright/protocol'
import { below } from '../draw.ts'
import { minimisationOf } from '../numbers.ts'
import { minimised, type Scheme } from './scheme.ts'

/**
 * The minimisation a study asks for, tried on invented participants: the stratum is the site, and of every factor of levels
 * each level is as likely as another. Undefined where the study asks for a list.
 */
export function ownMinimisation(study: Study): Scheme | undefined {
  const specification = minimisationOf(study)
  if (specification === undefined) return undefined
  const { sites, randomisation } = study.compiled
  const factors = randomisation.factors ?? []
  return minimised(specification, (stratum, draw) =>
    Object.fromEntries(
      factors.map(({ id, by, levels }) => [
        id,
        by === 'site' ? sites[stratum]!.id : levels[by === 'trial' ? 0 : below(levels.length, draw)]!.id,
      ]),
    ),
  )
}
