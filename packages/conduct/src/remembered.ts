/**
 * Works something out of a state once: asked again of the same state with the same things, it says what it said. States and
 * what is asked beside them are never changed, so nothing that a decision could see depends on it.
 */
export function remembered<Of extends object, Beside extends readonly unknown[], Result>(
  work: (of: Of, ...beside: Beside) => Result,
  /** Answers kept of one state; the oldest goes. */
  most = 1,
): (of: Of, ...beside: Beside) => Result {
  const known = new WeakMap<Of, { readonly beside: Beside; readonly result: Result }[]>()
  return (of, ...beside) => {
    const before = known.get(of)
    if (before === undefined) {
      const result = work(of, ...beside)
      known.set(of, [{ beside, result }])
      return result
    }
    for (const each of before) if (isSame(each.beside, beside)) return each.result
    const result = work(of, ...beside)
    if (before.length >= most) before.shift()
    before.push({ beside, result })
    return result
  }
}

/** Asked with each command some hundred times, so in a plain loop. */
function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let at = 0; at < a.length; at += 1) if (a[at] !== b[at]) return false
  return true
}
