import type { CoreTrial } from './trial.ts'

/** What is kept of one trial of thousands. */
export interface TrialRow {
  readonly trial: number
  readonly seed: number
  readonly screened: number
  readonly failed: number
  readonly recruitmentDays: number
  /** Participants by which the larger arm is ahead in the end. */
  readonly ahead: number
  readonly vials: number
  readonly infusions: number
  readonly withdrew: number
  /** Analysed: treated, with a baseline and an endpoint. */
  readonly analysed: number
  /** By R, once it was asked: of the first arm against the other. */
  readonly estimate?: number | null
  readonly p?: number | null
}

/** What R is asked of: one entry a participant analysed. */
export interface Pairs {
  readonly arm: readonly number[]
  readonly baseline: readonly number[]
  readonly endpoint: readonly number[]
}

export function rowOf(
  trial: number,
  { seed, screened, failed, recruitmentDays, people }: CoreTrial,
  { of, baseline, endpoint }: { readonly of: string; readonly baseline: string; readonly endpoint: string },
): { readonly row: TrialRow; readonly pairs: Pairs } {
  const sum = (count: (each: CoreTrial['people'][number]) => number) =>
    people.reduce((all, each) => all + count(each), 0)
  const analysed = people.filter(
    ({ infusions, measures }) => infusions > 0 && measures[baseline] !== undefined && measures[endpoint] !== undefined,
  )
  const inFirst = people.filter(({ arm }) => arm === of).length
  return {
    row: {
      trial,
      seed,
      screened,
      failed,
      recruitmentDays,
      ahead: Math.abs(people.length - 2 * inFirst),
      vials: sum(({ vials }) => vials),
      infusions: sum(({ infusions }) => infusions),
      withdrew: sum(({ withdrew }) => Number(withdrew)),
      analysed: analysed.length,
    },
    pairs: {
      arm: analysed.map(({ arm }) => Number(arm === of)),
      baseline: analysed.map(({ measures }) => measures[baseline]!),
      endpoint: analysed.map(({ measures }) => measures[endpoint]!),
    },
  }
}
