import type { Refusal, Study } from '@trialwright/protocol'
import { at, refuse } from '../../refusals/refuse.ts'
import { listSpecification } from '../list.ts'
import { ownMinimisation } from './ownMinimisation.ts'
import { numbersFrom } from './numbersFrom.ts'
import { operatingCharacteristics, type OperatingCharacteristics } from './operatingCharacteristics.ts'
import { stratifiedList, unstratifiedList, type Scheme } from './scheme.ts'
import { isGuessable, needsSignOff } from './signOff.ts'

/** Participants each site means to randomise: the strata a guesser sits in. */
export const siteSizes = ({ compiled }: Study): readonly number[] => compiled.sites.map(({ target }) => target)

/** The scheme the study's definition asks for. */
export const schemeOf = (study: Study): Scheme =>
  ownMinimisation(study) ??
  (study.compiled.randomisation.stratifyBy.includes('site') ? stratifiedList : unstratifiedList)(
    listSpecification(study),
  )

/** So many arms are drawn to tell a guessable scheme: some tenths of a percentage point, in a tenth of a second. */
const enough = 100_000

/** Trials of each scheme in the report that is shown before sealing, and in the check that asks for a sign-off. */
export function runsFor(study: Study): number {
  const participants = siteSizes(study).reduce((sum, size) => sum + size, 0)
  return Math.min(Math.max(Math.round(enough / participants), 20), 2000)
}

/** The seed of both, so that the page and the decision never disagree. */
export const reportSeed = 'operating characteristics'

/** The study's own scheme, as the report's first row has it. */
export function ownCharacteristics(study: Study): OperatingCharacteristics {
  const strata = siteSizes(study)
  const participants = strata.reduce((sum, size) => sum + size, 0)
  const draw = numbersFrom(`${reportSeed}/0`)
  return operatingCharacteristics(schemeOf(study), { participants, strata, runs: runsFor(study), draw })
}

const isGiven = (signOff: string | undefined): boolean => signOff !== undefined && signOff.trim() !== ''

/** A scheme whose arms can be guessed is sealed only with a sign-off, a reason in somebody's own words. */
export const signOffRefusals = (study: Study, signOff: string | undefined): readonly Refusal[] =>
  isGiven(signOff) || !needsSignOff(ownCharacteristics(study)) ? [] : [at('signOff', refuse('schemeGuessable'))]

/** The same of a list made elsewhere, whose method is not known: what counts is how its own arms are guessed. */
export const listSignOffRefusals = (share: number, signOff: string | undefined): readonly Refusal[] =>
  isGiven(signOff) || !isGuessable(share) ? [] : [at('signOff', refuse('schemeGuessable'))]
