import { below } from '../draw.ts'
import { portion, sharesOf, totalOf } from '../ratio.ts'
import type { ListMethod } from './method.ts'

/**
 * Simple randomisation: each arm drawn in the ratio, whatever came before. Nobody can guess better than the ratio; small
 * strata may be far out of balance. Source: ICH E9 (1998), 2.3.2.
 */
export const simple: ListMethod = {
  title: { en: 'simple randomisation', nb: 'enkel randomisering' },
  source: 'ICH E9 (1998), 2.3.2',
  fault: () => undefined,
  draw({ ratio, slotsPerStratum }, draw) {
    const urn = portion(ratio, totalOf(ratio))
    const arms: string[] = []
    while (arms.length < slotsPerStratum) arms.push(urn[below(urn.length, draw)]!)
    return { arms, blocks: [] }
  },
  forecast({ ratio }) {
    const total = totalOf(ratio)
    const chances = sharesOf(ratio).map((share) => share / total)
    return { chances: () => chances, see: () => undefined }
  },
  limit: () => undefined,
}
