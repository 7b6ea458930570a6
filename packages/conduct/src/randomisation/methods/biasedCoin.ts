import { below } from '../draw.ts'
import { armsOf, isTwoEqual } from '../ratio.ts'
import type { ListMethod } from './method.ts'

/**
 * Efron's biased coin: a fair coin while the two arms are level, otherwise the arm behind with a probability above one half,
 * given as a fraction such as [2, 3]. For two arms in equal ratio. Source: Efron, Forcing a sequential experiment to be
 * balanced, Biometrika 1971;58:403–417.
 */
export const biasedCoin: ListMethod = {
  title: { en: 'biased coin design', nb: 'skjev mynt' },
  source: 'Efron, Biometrika 1971;58:403–417',
  fault({ ratio, probability }) {
    if (!isTwoEqual(ratio)) return 'the biased coin design is for two arms in equal ratio'
    const [times, of] = probability ?? []
    return Number.isInteger(times) && Number.isInteger(of) && of! / 2 <= times! && times! < of!
      ? undefined
      : 'the biased coin needs a probability as two whole numbers, from one half to below 1'
  },
  draw({ ratio, probability, slotsPerStratum }, draw) {
    const two = armsOf(ratio)
    const [times, of] = probability!
    const arms: string[] = []
    let ahead = 0
    while (arms.length < slotsPerStratum) {
      const behind = ahead > 0 ? 1 : 0
      const arm = ahead === 0 ? below(2, draw) : below(of, draw) < times ? behind : 1 - behind
      ahead += arm === 0 ? 1 : -1
      arms.push(two[arm]!)
    }
    return { arms, blocks: [] }
  },
  forecast({ probability }) {
    const [times, of] = probability!
    const favour = times / of
    let ahead = 0
    return {
      chances: () => (ahead === 0 ? [0.5, 0.5] : ahead > 0 ? [1 - favour, favour] : [favour, 1 - favour]),
      see: (arm) => void (ahead += arm === 0 ? 1 : -1),
    }
  },
  limit: () => undefined,
}
