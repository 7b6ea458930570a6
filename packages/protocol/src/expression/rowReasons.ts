import type { Explain, Explained, Reason } from './explain.ts'
import type { FactRow } from './fact.ts'
import { keeping } from './finiteReasons.ts'
import type { Read } from './meaning.ts'

/**
 * One reason for each row. A short list whose rows have few reasons each is numbered: a leading digit says whether
 * the list is complete, the others are its rows.
 */
export function ofEachRow(
  rows: Read,
  where: Explained,
  from: (parts: readonly Reason[], complete: boolean) => Reason,
): Explain {
  const { finite, explain } = where
  const each = (found: readonly FactRow[], complete: boolean, record: Parameters<Explain>[0]): Reason =>
    from(
      found.map((row) => explain(record, row)),
      complete,
    )
  if (finite === undefined) {
    return (record, outer) => {
      const { rows: found, complete } = rows(record, outer)
      return each(found ?? [], found !== undefined && complete, record)
    }
  }
  const { count, pick, reason } = finite
  const numbered = keeping(Number.POSITIVE_INFINITY, (number) => {
    const parts: Reason[] = []
    let rest = number
    for (; rest >= count; rest = Math.floor(rest / count)) parts.unshift(reason(rest % count))
    return from(parts, rest === 2)
  })
  const unrecorded = from([], false)
  const most = Math.floor(Number.MAX_SAFE_INTEGER / count) - 1
  return (record, outer) => {
    const { rows: found, complete } = rows(record, outer)
    if (found === undefined) return unrecorded
    let number = complete ? 2 : 1
    for (const row of found) {
      if (number > most) return each(found, complete, record)
      number = number * count + pick(record, row)
    }
    return numbered(number)
  }
}
