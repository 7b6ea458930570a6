/** Whole shares by arm: `{ a: 2, b: 1 }` gives a twice as many as b. */
export type Ratio = Readonly<Record<string, number>>

/** The arms in one fixed order, that of their UTF-16 units: whoever draws again must go through them alike. */
export const armsOf = (ratio: Ratio): readonly string[] => Object.keys(ratio).toSorted()

export const sharesOf = (ratio: Ratio): readonly number[] => armsOf(ratio).map((arm) => ratio[arm]!)

export const totalOf = (ratio: Ratio): number => Object.values(ratio).reduce((sum, share) => sum + share, 0)

/** Arms in order, each as often as the ratio says among `size`: what a block holds before it is shuffled. */
export function portion(ratio: Ratio, size: number): readonly string[] {
  const total = totalOf(ratio)
  return armsOf(ratio).flatMap((arm) => Array<string>((ratio[arm]! * size) / total).fill(arm))
}

/**
 * How far counts are from the ratio: the largest minus the smallest count per share; 0 when they stand exactly as the ratio
 * says. With two arms in equal ratio it is their difference. `counts` and `shares` in the order of the arms.
 */
export function imbalanceOf(counts: readonly number[], shares: readonly number[]): number {
  let least = Infinity
  let most = -Infinity
  for (let arm = 0; arm < counts.length; arm += 1) {
    const share = counts[arm]! / shares[arm]!
    if (share < least) least = share
    if (share > most) most = share
  }
  return most - least
}

/** What a ratio must be, or the sentence that says what it is not. */
export const ratioFault = (ratio: Ratio): string | undefined =>
  Object.keys(ratio).length < 2 || Object.values(ratio).some((share) => !Number.isInteger(share) || share < 1)
    ? 'a ratio needs two arms or more, with whole shares from 1'
    : undefined

export const isTwoEqual = (ratio: Ratio): boolean => {
  const [one, other, ...more] = Object.values(ratio)
  return more.length === 0 && one !== undefined && one === other
}
