import type { DateKind } from './meaning.ts'
import type { Today } from './nodes.ts'

export const today: DateKind<Today> = {
  bounds: () => ({ low: (record) => record.today.low, high: (record) => record.today.high }),
  state: () => ({ en: 'today', nb: 'i dag' }),
  parts: () => [],
}
