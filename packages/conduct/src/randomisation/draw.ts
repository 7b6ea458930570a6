/** Gives so many random bytes: at run time from a CSPRNG or a sealed seed, in tests from a fixed one. */
export type Draw = (count: number) => Uint8Array

/**
 * A whole number from 0 to `limit` − 1, each equally likely; limit 1 to 2^32. A draw in the last, incomplete run of numbers
 * is thrown away, for its remainder would favour the small ones.
 */
export function below(limit: number, draw: Draw): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > 2 ** 32) throw new RangeError(`no such limit: ${limit}`)
  const complete = 2 ** 32 - (2 ** 32 % limit)
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = draw(4)
    const drawn = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d
    if (drawn < complete) return drawn % limit
  }
}

/** Every order equally likely: Fisher and Yates, from the end. */
export function shuffled<T>(items: readonly T[], draw: Draw): readonly T[] {
  const order = [...items]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = below(last + 1, draw)
    ;[order[last], order[other]] = [order[other]!, order[last]!]
  }
  return order
}

/**
 * Bytes that follow from a seed: SHA-256(seed ‖ counter), the counter in four bytes, big end first, from 0. A second program
 * draws the same list from the sealed seed. `sha256` is the caller's.
 */
export function seeded(seed: Uint8Array, sha256: (bytes: Uint8Array) => Uint8Array): Draw {
  let counter = 0
  let ready: readonly number[] = []
  return (count) => {
    while (ready.length < count) {
      const block = new Uint8Array(seed.length + 4)
      block.set(seed)
      new DataView(block.buffer).setUint32(seed.length, counter)
      counter += 1
      ready = [...ready, ...sha256(block)]
    }
    const given = Uint8Array.from(ready.slice(0, count))
    ready = ready.slice(count)
    return given
  }
}
