import { stamp } from '../participant/asking.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { tidy, words } from '../typed.ts'
import type { Account, Move } from './accounts.ts'
import { type StockAsking, type SupplyDecision, unless } from './asking.ts'
import type { Countable, DestroyVials, SendBackVials, WasteVials } from './commands.ts'
import { openExcursion } from './state.ts'
import { otherPerson, vialRefusals } from './typed.ts'

/** What may be taken from where: a bag that came back or a broken vial can only be destroyed. */
const wastable: readonly Countable[] = ['quarantine', 'available']
const destroyable: readonly Countable[] = ['quarantine', 'available', 'returned', 'wasted']

export const wasteVials = (asking: StockAsking, command: WasteVials): SupplyDecision =>
  leaving(asking, command, wastable, 'wasted', (moves) => ({ type: 'VialsWasted', ...moves }))

export const sendBackVials = (asking: StockAsking, command: SendBackVials): SupplyDecision =>
  leaving(asking, command, wastable, 'sentBack', (moves) => ({ type: 'VialsSentBack', ...moves }))

export function destroyVials(asking: StockAsking, command: DestroyVials): SupplyDecision {
  const unseen = otherPerson(command.witness, 'witness', asking.context.actor)
  return leaving(
    asking,
    command,
    destroyable,
    'destroyed',
    (moves) => ({ type: 'VialsDestroyed', ...moves, witness: tidy(command.witness) }),
    unseen,
  )
}

type Event = Extract<SupplyDecision, { ok: true }>['events'][number]

function leaving(
  { stock, context }: StockAsking,
  { lot: id, from, vials, reason }: Pick<WasteVials, 'lot' | 'from' | 'vials' | 'reason'>,
  possible: readonly Account[],
  to: Account,
  make: (said: ReturnType<typeof stamp> & { readonly moves: readonly Move[]; readonly reason: string }) => Event,
  others: ReturnType<typeof words> = [],
): SupplyDecision {
  const lot = Object.hasOwn(stock.lots, id) ? stock.lots[id] : undefined
  if (!lot) return refused(at('lot', refuse('lotUnknown')))
  const there = possible.includes(from) ? lot.balances[from] : 0
  const counted = vialRefusals(vials)
  const refusals = [
    ...counted,
    ...(counted.length === 0 && vials > there ? [at('vials', refuse('notThatMany', { there }))] : []),
    // What an excursion holds leaves by the decision on it.
    ...(from === 'quarantine' && openExcursion(stock, id) ? [at('lot', refuse('excursionOpen'))] : []),
    ...words(reason, 'reason', 500),
    ...others,
  ]
  return unless(refusals, () => [
    make({ ...stamp(context), reason: tidy(reason), moves: [{ lot: id, vials, from, to }] }),
  ])
}
