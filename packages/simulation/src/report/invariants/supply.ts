import { of } from '../events.ts'
import { openedFor, stockOfSites, takenFor } from '../stock.ts'
import type { Evidence, Invariant } from './invariant.ts'

/** Two books are kept of the vials, one by the stock and one by the preparations; and no account is overdrawn. */
export function dosesAccounted({ study, events, people }: Evidence): Invariant {
  const sites = study.compiled.sites.map(({ id }) => id)
  const [taken, opened] = [takenFor(events), openedFor(people)]
  const overdrawn = stockOfSites(events, sites).flatMap(({ site, accounts }) =>
    Object.entries(accounts).flatMap(([account, vials]) =>
      vials < 0 ? [`${site}: ${account} holds ${vials} vials`] : [],
    ),
  )
  const given = of(events, 'InfusionStarted').length
  const booked = of(events, 'BagsGiven').flatMap((event) => (event['bags'] ?? []) as readonly unknown[]).length
  return {
    id: 'doses',
    text: 'Every dose is accounted for: vials taken are vials opened, bags given are infusions begun',
    checked: opened + given,
    wrong: [
      ...(taken === opened ? [] : [`${taken} vials left the shelves and ${opened} were opened`]),
      ...(study.compiled.supply && booked !== given
        ? [`${given} infusions began and ${booked} bags are booked as given`]
        : []),
      ...overdrawn,
    ],
  }
}
