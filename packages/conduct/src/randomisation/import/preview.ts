import { createHash } from 'node:crypto'
import type { Refusal, Study } from '@trialwright/protocol'
import { isGuessable } from '../characteristics/signOff.ts'
import { convergence } from '../characteristics/guesser.ts'
import { strataOf } from '../decide.ts'
import type { StratumList } from '../list.ts'
import { refuse } from '../../refusals/refuse.ts'
import { armsOf, sharesOf, type Ratio } from '../ratio.ts'
import type { ExpectedList } from './readListFile.ts'
import { readListFile } from './readListFile.ts'

/** So many refusals are told one by one; how many more there are is a number. */
const most = 200

/** What sealing a file would do, without doing anything. */
export interface ImportPreview {
  readonly refusals: readonly Refusal[]
  readonly more: number
  /** SHA-256 of the file, hex. */
  readonly file: string
  /** Absent when the file is refused. */
  readonly list?: {
    readonly strata: readonly {
      readonly stratum: string
      readonly slots: number
      readonly arms: readonly { readonly arm: string; readonly count: number }[]
    }[]
    /** Share of its arms that a guesser names who bets on the arm that is behind. */
    readonly guessed: number
    readonly needsSignOff: boolean
  }
}

/** What a file is held against: the study's own definition, and the key its maker was given. */
export const expectedOf = (study: Study, key: Uint8Array): ExpectedList => ({
  study: study.compiled.id,
  strata: strataOf(study),
  arms: study.compiled.arms.map(({ id }) => id),
  slotsPerStratum: study.compiled.randomisation.slotsPerStratum,
  key,
})

export function previewImport(study: Study, bytes: Uint8Array, key: Uint8Array): ImportPreview {
  const file = createHash('sha256').update(bytes).digest('hex')
  if (study.compiled.randomisation.method === 'minimisation')
    return { file, refusals: [refuse('listForMinimisation')], more: 0 }
  const read = readListFile(bytes, expectedOf(study, key))
  if (!read.ok) return { file, refusals: read.refusals.slice(0, most), more: Math.max(read.refusals.length - most, 0) }
  const guessed = guessedOf(read.value, study.compiled.randomisation.ratio)
  const strata = read.value.map(({ stratum, arms }) => ({
    stratum,
    slots: arms.length,
    arms: [...Map.groupBy(arms, (arm) => arm)]
      .map(([arm, given]) => ({ arm, count: given.length }))
      .toSorted((a, b) => (a.arm < b.arm ? -1 : 1)),
  }))
  return { file, refusals: [], more: 0, list: { strata, guessed, needsSignOff: isGuessable(guessed) } }
}

/** The share of a list's own arms named in advance by betting on the arm behind, over all its strata; 0 to 1. */
export function guessedOf(lists: readonly StratumList[], ratio: Ratio): number {
  const order = armsOf(ratio)
  const shares = sharesOf(ratio)
  let right = 0
  let all = 0
  for (const { arms } of lists) {
    const counts = shares.map(() => 0)
    for (const name of arms) {
      const arm = order.indexOf(name)
      right += convergence(counts, shares, arm)
      counts[arm]! += 1
      all += 1
    }
  }
  return right / Math.max(all, 1)
}
