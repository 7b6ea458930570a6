/** The known name fewest changes away, if that is few enough to be a slip. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((each) => ({ each, changes: changesBetween(name.toLowerCase(), each.toLowerCase()) }))
    .toSorted((a, b) => a.changes - b.changes)
  return best && best.changes <= Math.max(2, name.length / 4) ? best.each : undefined
}

/** Letters to add, drop or exchange (Levenshtein). */
function changesBetween(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= to.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)))
    row = next
  }
  return row[to.length]!
}
