import type { StockState } from '@trialwright/conduct'
import { recallSealed } from '@trialwright/records'
import { stockIn } from './folding.ts'
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
  return stockIn((await recallSealed(ports.pools.unblinded, study.id, [id])).get(id)!.events)
}
