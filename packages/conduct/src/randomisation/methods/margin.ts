/** How unequal the arms are within one level of one factor: Pocock and Simon 1975, section 3. */
export type Measure = 'range' | 'variance'

/**
 * The imbalance of one margin, were the next participant given `arm`: range or variance of the counts per share. Scaled to
 * whole numbers by the same factor for every arm, so that only the order of the scores has a meaning in an unequal ratio;
 * in equal ratio the range is in participants and the variance is multiplied by the number of arms squared.
 */
export function marginImbalance(
  counts: readonly number[],
  arm: number,
  shares: readonly number[],
  measure: Measure,
): number {
  const multiple = leastCommonMultiple(shares)
  let sum = 0
  let squares = 0
  let least = Infinity
  let most = -Infinity
  for (let each = 0; each < counts.length; each += 1) {
    const perShare = (counts[each]! + (each === arm ? 1 : 0)) * (multiple / shares[each]!)
    sum += perShare
    squares += perShare * perShare
    if (perShare < least) least = perShare
    if (perShare > most) most = perShare
  }
  return measure === 'range' ? most - least : counts.length * squares - sum * sum
}

function leastCommonMultiple(numbers: readonly number[]): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  return numbers.reduce((multiple, number) => (multiple * number) / divisor(multiple, number), 1)
}
