import { below } from '../draw.ts'
import { armsOf, isTwoEqual } from '../ratio.ts'
import type { ListMethod } from './method.ts'

/**
 * The big stick design: a fair coin, except that the arm behind is given as soon as the difference between the two arms has
 * reached the maximum tolerated imbalance. For two arms in equal ratio. Source: Soares and Wu, Some restricted randomization
 * rules in sequential designs, Communications in Statistics – Theory and Methods 1983;12:2017–2034.
 */
export const bigStick: ListMethod = {
  title: { en: 'big stick design', nb: 'big stick-design' },
  source: 'Soares and Wu, Commun Stat Theory Methods 1983;12:2017–2034',
  fault({ ratio, tolerance }) {
    if (!isTwoEqual(ratio)) return 'the big stick design is for two arms in equal ratio'
    return Number.isInteger(tolerance) && tolerance! >= 1
      ? undefined
      : 'the big stick design needs a maximum tolerated imbalance, a whole number from 1'
  },
  draw({ ratio, tolerance, slotsPerStratum }, draw) {
    const two = armsOf(ratio)
    const arms: string[] = []
    let ahead = 0
    while (arms.length < slotsPerStratum) {
      const arm = Math.abs(ahead) < tolerance! ? below(2, draw) : ahead > 0 ? 1 : 0
      ahead += arm === 0 ? 1 : -1
      arms.push(two[arm]!)
    }
    return { arms, blocks: [] }
  },
  forecast({ tolerance }) {
    let ahead = 0
    return {
      chances: () => (Math.abs(ahead) < tolerance! ? [0.5, 0.5] : ahead > 0 ? [0, 1] : [1, 0]),
      see: (arm) => void (ahead += arm === 0 ? 1 : -1),
    }
  },
  limit: ({ tolerance }) => tolerance,
}
