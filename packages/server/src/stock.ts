import type { StockState, Stored, SupplyEvent } from '@trialwright/conduct'
import { stockOf } from '@trialwright/conduct'
import { loadSealed } from '@trialwright/records'
import type { StudyCall } from './routes/route.ts'

/** The sealed stream of a site's stock. */
export const stockStream = (site: string): string => `unblinded/stock/${site}`

/** Commands that move vials of one site take turns in this process; between processes the stream's version decides. */
export const stockTurn = (study: string, site: string): string => `${study}/${site}/stock`

/** A site's stock as it stands; undefined where the study keeps none. */
export async function loadStock(
  { ports, study }: Pick<StudyCall, 'ports' | 'study'>,
  site: string,
): Promise<StockState | undefined> {
  if (!study.compiled.supply) return undefined
  const id = stockStream(site)
  const stream = (await loadSealed(ports.pools.unblinded, study.id, [id])).get(id)
  return stockOf((stream?.events ?? []) as unknown as readonly Stored<SupplyEvent>[])
}
