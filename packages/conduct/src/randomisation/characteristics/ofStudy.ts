import type { Refusal, Study } from '@trialwright/protocol'
import { at, refuse } from '../../refusals/refuse.ts'
import type { Draw } from '../draw.ts'
import { listSpecification } from '../list.ts'
import { operatingCharacteristics } from './operatingCharacteristics.ts'
import { stratifiedList, unstratifiedList, type Scheme } from './scheme.ts'
import { needsSignOff } from './signOff.ts'

/** Participants each site means to randomise: the strata a guesser sits in. */
export const siteSizes = ({ compiled }: Study): readonly number[] => compiled.sites.map(({ target }) => target)

/** The scheme the study's definition asks for. */
export const schemeOf = (study: Study): Scheme =>
  (study.compiled.randomisation.stratifyBy.includes('site') ? stratifiedList : unstratifiedList)(
    listSpecification(study),
  )

/** So many arms are drawn to tell a guessable scheme: some tenths of a percentage point, in a tenth of a second. */
const enough = 100_000

/**
 * A scheme whose arms can be guessed is sealed only with a sign-off, a reason in somebody's own words. `draw` serves the
 * simulation alone; give it the same bytes every time, so that the answer is always the same.
 */
export function signOffRefusals(study: Study, signOff: string | undefined, draw: Draw): readonly Refusal[] {
  if (signOff !== undefined && signOff.trim() !== '') return []
  const strata = siteSizes(study)
  const participants = strata.reduce((sum, size) => sum + size, 0)
  const runs = Math.min(Math.max(Math.round(enough / participants), 20), 2000)
  const report = operatingCharacteristics(schemeOf(study), { participants, strata, runs, draw })
  return needsSignOff(report) ? [at('signOff', refuse('schemeGuessable'))] : []
}
