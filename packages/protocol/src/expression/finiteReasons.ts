import type { Explained, FiniteReasons, Reason } from './explain.ts'

/*
 * A condition on few values has few reasons: each of its parts' in every combination. Each is made when it is first
 * met and found by its number from then on, the parts' numbers being its digits. They hold nothing of a person.
 */

/** No more than this many are kept of one condition; when they are full they are begun anew. */
const kept = 2000

/** Undefined where one of the parts has no numbered reasons, or there are more than can be numbered. */
export function finiteParts(
  parts: readonly Explained[],
  from: (parts: readonly Reason[]) => Reason,
): FiniteReasons | undefined {
  const digits = parts.flatMap(({ finite }) => (finite === undefined ? [] : [finite]))
  const count = digits.reduce((product, digit) => product * digit.count, 1)
  if (digits.length < parts.length || count > Number.MAX_SAFE_INTEGER) return undefined
  const reason = keeping(count, (number) => {
    const reasons: Reason[] = []
    let rest = number
    for (const digit of digits.toReversed()) {
      reasons.unshift(digit.reason(rest % digit.count))
      rest = Math.floor(rest / digit.count)
    }
    return from(reasons)
  })
  return { count, pick: picking(digits), reason }
}

function picking(digits: readonly FiniteReasons[]): FiniteReasons['pick'] {
  const picks = digits.map(({ pick }) => pick)
  const counts = digits.map(({ count }) => count)
  const [first, second, third] = picks
  const [, two = 1, three = 1] = counts
  if (picks.length === 2 && first !== undefined && second !== undefined)
    return (record, row) => first(record, row) * two + second(record, row)
  if (picks.length === 3 && first !== undefined && second !== undefined && third !== undefined)
    return (record, row) => (first(record, row) * two + second(record, row)) * three + third(record, row)
  return (record, row) => {
    let number = 0
    for (let i = 0; i < picks.length; i += 1)
      number = number * (counts[i] as number) + (picks[i] as FiniteReasons['pick'])(record, row)
    return number
  }
}

/** What was made for a number, made once: in a table where there are few numbers, else by looking it up. */
export function keeping<T>(count: number, make: (number: number) => T): (number: number) => T {
  if (count <= kept) {
    const table: (T | undefined)[] = Array.from({ length: count })
    return (number) => {
      const before = table[number]
      if (before !== undefined) return before
      const made = make(number)
      table[number] = made
      return made
    }
  }
  const known = new Map<number, T>()
  return (number) => {
    const before = known.get(number)
    if (before !== undefined) return before
    const made = make(number)
    if (known.size >= kept) known.clear()
    known.set(number, made)
    return made
  }
}
