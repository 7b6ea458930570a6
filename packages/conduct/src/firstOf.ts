/**
 * The first so many of a list in an order, as sorting it whole would have them; without sorting it, since of ten thousand
 * rows a page shows a few.
 */
export function firstOf<Row>(rows: readonly Row[], most: number, order: (a: Row, b: Row) => number): readonly Row[] {
  const first: Row[] = []
  for (const row of rows) {
    if (first.length === most && order(row, first[most - 1]!) >= 0) continue
    let at = first.length
    while (at > 0 && order(row, first[at - 1]!) < 0) at -= 1
    first.splice(at, 0, row)
    if (first.length > most) first.pop()
  }
  return first
}
