import { type EventLine, of, type Told } from './events.ts'

/** Where a site's vials are in the end, by the moves of its sealed ledger. */
export interface StockFigures {
  readonly site: string
  readonly received: number
  /** Vials by account, those that hold any. */
  readonly accounts: Readonly<Record<string, number>>
}

interface Move {
  readonly from: string
  readonly to: string
  readonly vials: number
}

/** Where vials come from: what has left it is what the site received. */
const outside = 'outside'

export function stockOfSites(events: readonly EventLine[], sites: readonly string[]): readonly StockFigures[] {
  return sites.map((site) => {
    const balances = new Map<string, number>()
    const add = (account: string, vials: number) => balances.set(account, (balances.get(account) ?? 0) + vials)
    const own = events.filter(({ streamId }) => streamId === `unblinded/stock/${site}`)
    for (const { from, to, vials } of own.flatMap((event) => (event['moves'] ?? []) as readonly Move[])) {
      add(from, -vials)
      add(to, vials)
    }
    const accounts = Object.fromEntries([...balances].filter(([account, vials]) => account !== outside && vials !== 0))
    return { site, received: -(balances.get(outside) ?? 0), accounts }
  })
}

/** Vials that left the shelf for a bag. */
export const takenFor = (events: readonly EventLine[]): number =>
  of(events, 'VialsTaken')
    .flatMap((event) => event['moves'] as readonly Move[])
    .reduce((sum, { vials }) => sum + vials, 0)

/** Vials the pharmacy says it opened, by the preparations themselves. */
export const openedFor = (people: readonly Told[]): number =>
  people
    .flatMap(({ sealed }) => of(sealed, 'PreparationRecorded'))
    .reduce((sum, event) => sum + Number(event['vialsOpened'] ?? 0), 0)
