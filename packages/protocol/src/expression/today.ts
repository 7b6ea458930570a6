import type { DateKind } from './meaning.ts'
import type { Today } from './nodes.ts'
import { endsOfFact } from './sql.ts'

export const today: DateKind<Today> = {
  bounds: () => ({
    low: (record) => record.today.low,
    high: (record) => record.today.high,
    isPoint: true,
  }),
  sql: (_, scope) => endsOfFact(scope.today),
  state: () => ({ en: 'today', nb: 'i dag' }),
  parts: () => [],
}
