import type { CompiledItem } from '@trialwright/protocol'
import { always, daysAgo, type ItemModel, normal, oneOf } from '@trialwright/protocol/simulation'

/**
 * How an item is answered when the study's model says nothing of it: over the values that are plausible, or possible; every
 * code alike, yes for one in five. Items that may be left open are left open.
 */
export function defaultModel(item: CompiledItem): ItemModel | undefined {
  if (item.optional) return undefined
  switch (item.type) {
    case 'number':
    case 'laboratory': {
      const [low, high] = item.plausible ?? item.range ?? [0, 100]
      return normal((low + high) / 2, (high - low) / 6 || 1)
    }
    case 'yesNo':
      return oneOf({ yes: 1, no: 4 })
    case 'coded':
      return oneOf(Object.fromEntries(Object.keys(item.codes ?? {}).map((code) => [code, 1])))
    case 'date':
      return item.partial ? daysAgo(0, 1000, { month: 0.2, year: 0.1 }) : daysAgo(0, 14)
    case 'time':
      return always('09:10')
    case 'text':
      return always('Oppdiktet')
    case 'repeat':
      return undefined
  }
}
