import { permissions, type SupplyCommand, type SupplyCommandType, viewPermissions } from '@trialwright/conduct'
import { supplyBodies } from '../schemas/commands.ts'
import { SiteParams } from '../schemas/params.ts'
import { Done } from '../schemas/refusal.ts'
import { Forecast, Stock } from '../schemas/supply.ts'
import { forecastPage, performSupply, stockPage } from '../supply.ts'
import { kebab, withoutClock } from './command.ts'
import { studyRoute } from './route.ts'

const stock = { process: 'supply', door: 'unblinded', params: SiteParams } as const
const path = '/api/studies/:study/stock/:site'

const supplyCommand = (command: SupplyCommandType, title: string) =>
  studyRoute({
    ...stock,
    id: command,
    method: 'POST',
    path: `${path}/${kebab(command)}`,
    title,
    access: { kind: 'roles', roles: permissions[command], site: 'own' },
    command,
    body: supplyBodies[command],
    response: Done,
    success: 201,
    handle: (call) =>
      performSupply(call, call.params.site, { ...withoutClock(call.body), type: command } as unknown as SupplyCommand),
  })

/** Unblinded pharmacists of the site only: what is in stock, and what is ordered, tells arms. */
export const supplyRoutes = [
  studyRoute({
    ...stock,
    id: 'stock',
    method: 'GET',
    path,
    title: 'Stock of a site: lots, what waits for a decision, and the ledger',
    access: { kind: 'roles', roles: viewPermissions.stock, site: 'own' },
    response: Stock,
    handle: (call) => stockPage(call, call.params.site),
  }),
  studyRoute({
    ...stock,
    id: 'forecast',
    method: 'GET',
    path: `${path}/forecast`,
    title: 'What the participants of a site are going to need, and what to order',
    access: { kind: 'roles', roles: viewPermissions.stock, site: 'own' },
    response: Forecast,
    handle: (call) => forecastPage(call, call.params.site),
  }),
  supplyCommand('receiveVials', 'Receive a delivery into quarantine'),
  supplyCommand('releaseVials', 'Release the vials of a lot for use'),
  supplyCommand('recordExcursion', 'Record a temperature excursion; its lots go to quarantine'),
  supplyCommand('decideExcursion', 'Decide on the vials of a temperature excursion'),
  supplyCommand('countStock', 'Count the shelves against the ledger'),
  supplyCommand('wasteVials', 'Book broken or spoilt vials'),
  supplyCommand('sendBackVials', 'Send unopened vials back'),
  supplyCommand('destroyVials', 'Destroy vials before a witness'),
  supplyCommand('bookGiven', 'Book the vials of infusions that were started'),
]
