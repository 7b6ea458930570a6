import type { Study } from '@trialwright/protocol'
import type { SupplyContext } from '../context.ts'
import { rightRefusals } from '../participant/decide.ts'
import { refuse, refused } from '../refusals/refuse.ts'
import type { SupplyDecision } from './asking.ts'
import type { SupplyCommand } from './commands.ts'
import { countStock } from './count.ts'
import { decideExcursion, recordExcursion } from './excursion.ts'
import { bookGiven } from './given.ts'
import { destroyVials, sendBackVials, wasteVials } from './leave.ts'
import { receiveVials, releaseVials } from './receive.ts'
import type { StockState } from './state.ts'

/** What follows from a command on a site's stock: movements, or why not. */
export function decideSupply(
  study: Study,
  stock: StockState,
  command: SupplyCommand,
  context: SupplyContext,
): SupplyDecision {
  const notYours = rightRefusals(command.type, context.actor, context.site)
  if (notYours.length > 0) return refused(...notYours)
  if (!study.compiled.supply) return refused(refuse('noSupply'))
  const asking = { study, stock, context }
  switch (command.type) {
    case 'receiveVials':
      return receiveVials(asking, command)
    case 'releaseVials':
      return releaseVials(asking, command)
    case 'recordExcursion':
      return recordExcursion(asking, command)
    case 'decideExcursion':
      return decideExcursion(asking, command)
    case 'countStock':
      return countStock(asking, command)
    case 'wasteVials':
      return wasteVials(asking, command)
    case 'sendBackVials':
      return sendBackVials(asking, command)
    case 'destroyVials':
      return destroyVials(asking, command)
    case 'bookGiven':
      return bookGiven(asking)
  }
}
