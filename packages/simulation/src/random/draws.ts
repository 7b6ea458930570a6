import type { Draws } from '@trialwright/protocol/simulation'
import { threefry } from './threefry.ts'

const block = new Int32Array(2)

/** The stream of a seed, a whole number from 0 to 2³² − 1. */
export const drawsFrom = (seed: number): Draws => stream(seed | 0, 0x7477)

function stream(key0: number, key1: number): Draws {
  let drawn = 0

  const draws: Draws = {
    of(...path) {
      let [a, b] = [key0, key1]
      for (const name of path) {
        const [low, high] = wordsOf(name)
        // The two counters of a child are those no draw of the parent reaches: its second word is 0.
        threefry(a, b, low, high | 1, block)
        ;[a, b] = [block[0]!, block[1]!]
      }
      return stream(a, b)
    },
    uniform() {
      threefry(key0, key1, drawn, 0, block)
      drawn += 1
      return ((block[0]! >>> 5) * 2 ** 26 + (block[1]! >>> 6)) / 2 ** 53
    },
    chance: (share) => draws.uniform() < share,
    normal(mean, sd) {
      // Box and Muller; the second of the pair is not kept, so that a draw never depends on the one before.
      const radius = Math.sqrt(-2 * Math.log(1 - draws.uniform()))
      return mean + sd * radius * Math.cos(2 * Math.PI * draws.uniform())
    },
    whole: (low, high) => low + Math.floor(draws.uniform() * (high - low + 1)),
    pick(from) {
      if (from.length === 0) throw new RangeError('nothing to pick from')
      return from[draws.whole(0, from.length - 1)]!
    },
    weighted(weights) {
      const names = Object.keys(weights) as (keyof typeof weights)[]
      let left = draws.uniform() * names.reduce((sum, name) => sum + weights[name], 0)
      for (const name of names) {
        left -= weights[name]
        if (left < 0) return name
      }
      const last = names.findLast((name) => weights[name] > 0)
      if (last === undefined) throw new RangeError('nothing has a weight')
      return last
    },
  }
  return draws
}

const known = new Map<string, readonly [number, number]>()

/** Two words of a name: FNV-1a from two beginnings. A number is its own words, so that no number is a name. */
function wordsOf(name: string | number): readonly [number, number] {
  if (typeof name === 'number') return [name | 0, (Math.floor(name / 2 ** 32) << 2) | 2]
  const before = known.get(name)
  if (before) return before
  let [low, high] = [0x811c9dc5, 0x050c5d1f]
  for (let at = 0; at < name.length; at += 1) {
    low = Math.imul(low ^ name.charCodeAt(at), 0x01000193)
    high = Math.imul(high ^ name.charCodeAt(at), 0x01000193) ^ (high >>> 15)
  }
  const words = [low, high << 2] as const
  if (known.size < 10_000) known.set(name, words)
  return words
}
