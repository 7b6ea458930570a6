/**
 * A seeded generator, so that every run sees the same people. Mulberry32, by Tommy Ettinger, public domain; not for
 * anything that must not be guessed.
 */
export type Random = () => number

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from low to high, both included. */
export const whole = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))

export function pick<T>(random: Random, of: readonly T[]): T {
  if (of.length === 0) throw new RangeError('nothing to pick from')
  return of[Math.floor(random() * of.length)] as T
}
