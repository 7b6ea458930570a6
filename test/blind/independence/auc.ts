/**
 * How well a number tells two groups apart: the chance that one of the second group has the higher number, ties counting half
 * (Mann and Whitney). 0.5 tells nothing; 0 and 1 tell everything.
 */
export function auc(numbers: ArrayLike<number>, inSecond: ArrayLike<number>): number {
  const order = Uint32Array.from({ length: numbers.length }, (_, index) => index).sort(
    (a, b) => numbers[a]! - numbers[b]!,
  )
  let second = 0
  let ranks = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && numbers[order[to]!] === numbers[order[from]!]) to += 1
    // Ranks from 1; those of equal numbers share their mean.
    const rank = (from + 1 + to) / 2
    for (let at = from; at < to; at += 1) {
      if (!inSecond[order[at]!]) continue
      second += 1
      ranks += rank
    }
    from = to
  }
  const first = order.length - second
  return (ranks - (second * (second + 1)) / 2) / (first * second)
}
