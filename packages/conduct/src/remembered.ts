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
    const before = known.get(of) ?? []
    const same = before.find((each) => each.beside.every((one, index) => one === beside[index]))
    if (same) return same.result
    const result = work(of, ...beside)
    if (before.length >= most) before.shift()
    before.push({ beside, result })
    known.set(of, before)
    return result
  }
}
