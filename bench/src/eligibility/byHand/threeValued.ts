import type { EvaluationRecord } from '@trialwright/protocol'

/* Three answers as small numbers, by hand: no 0, unknown 1, yes 2; a criterion that does not concern the person is 3. */

export const NO = 0
export const UNKNOWN = 1
export const YES = 2
export const NOT_APPLICABLE = 3
export type Tri = 0 | 1 | 2
export type Outcome = Tri | typeof NOT_APPLICABLE

export type Fact = EvaluationRecord['facts'][number]

export const is = ({ code }: Fact, wanted: string): Tri => (code === undefined ? UNKNOWN : code === wanted ? YES : NO)
export const isYes = (fact: Fact): Tri => is(fact, 'yes')
export const opposite = (tri: Tri): Tri => (2 - tri) as Tri

export const and = (a: Tri, b: Tri): Tri => (a < b ? a : b)
export const or = (a: Tri, b: Tri): Tri => (a > b ? a : b)

export const beforeDay = ({ low, high }: Fact, day: number): Tri => (low >= day ? NO : high < day ? YES : UNKNOWN)
export const untilDay = ({ low, high }: Fact, day: number): Tri => (low > day ? NO : high <= day ? YES : UNKNOWN)
export const fromDay = ({ low, high }: Fact, day: number): Tri => (high < day ? NO : low >= day ? YES : UNKNOWN)
export const atLeast = ({ low, high }: Fact, limit: number): Tri => (high < limit ? NO : low >= limit ? YES : UNKNOWN)

export const aboveLimit = ({ low, high, refHigh }: Fact): Tri =>
  low > high || high <= refHigh ? NO : low > refHigh ? YES : UNKNOWN
export const belowLimit = ({ low, high, refLow }: Fact): Tri =>
  low > high || low >= refLow ? NO : high < refLow ? YES : UNKNOWN
export const outsideLimits = (fact: Fact): Tri => or(aboveLimit(fact), belowLimit(fact))

/** From one day to another, both included. */
export function within({ low, high }: Fact, first: number, last: number): Tri {
  if (low > last || high < first) return NO
  return low >= first && high <= last ? YES : UNKNOWN
}

/** Whether a row of a list is so; a list with more to come may still have one. */
export function someRow({ rows, complete }: Fact, where: (row: readonly Fact[]) => Tri): Tri {
  if (rows === undefined) return UNKNOWN
  let answer: Tri = complete ? NO : UNKNOWN
  for (const row of rows) {
    const next = where(row)
    if (next === YES) return YES
    if (next > answer) answer = next
  }
  return answer
}
