/**
 * The share a guesser gets right who bets on the arm that is behind in his stratum (the convergence strategy: Blackwell and
 * Hodges, Ann Math Stat 1957;28:449). Where several are level he takes the one with the largest share, and tosses for it
 * among equals, which counts here as the part he wins on the average. Returns 0 to 1.
 */
export function convergence(counts: readonly number[], shares: readonly number[], arm: number): number {
  let behind = Infinity
  let largest = 0
  let ties = 0
  let wins = false
  for (let each = 0; each < counts.length; each += 1) {
    const per = counts[each]! / shares[each]!
    if (per > behind || (per === behind && shares[each]! < largest)) continue
    if (per < behind || shares[each]! > largest) {
      ties = 0
      wins = false
    }
    behind = per
    largest = shares[each]!
    ties += 1
    if (each === arm) wins = true
  }
  return wins ? 1 / ties : 0
}
