import type { Study, Text } from '@trialwright/protocol'
import { candidates } from './candidates.ts'
import { numbersFrom } from './numbersFrom.ts'
import { siteSizes } from './ofStudy.ts'
import { operatingCharacteristics, type OperatingCharacteristics } from './operatingCharacteristics.ts'

/** How the study's scheme and others do on the same number of invented trials. Names parameters: not for blinded eyes. */
export interface Report {
  readonly participants: number
  /** Participants each site means to randomise. */
  readonly strata: readonly number[]
  readonly runs: number
  readonly tried: readonly Tried[]
}

export interface Tried {
  readonly name: Text
  readonly source: string
  /** The study's own scheme. */
  readonly own: boolean
  readonly characteristics: OperatingCharacteristics
}

export interface TryingOut {
  /** Trials of each scheme. */
  readonly runs: number
  /** The bytes follow from it, so that the same seed gives the same report. */
  readonly seed: string | number
  /** Called after each scheme. */
  readonly progress?: (done: number, of: number, name: Text) => void
}

/** Every scheme is tried on the same number of trials, each from bytes of its own that follow from the seed. */
export function tryOut(study: Study, { runs, seed, progress }: TryingOut): Report {
  const strata = siteSizes(study)
  const participants = strata.reduce((sum, size) => sum + size, 0)
  const all = candidates(study)
  const tried = all.map(({ name, source, own, scheme }, index): Tried => {
    const draw = numbersFrom(`${seed}/${index}`)
    const characteristics = operatingCharacteristics(scheme, { participants, strata, runs, draw })
    progress?.(index + 1, all.length, name)
    return { name, source, own, characteristics }
  })
  return { participants, strata, runs, tried }
}
