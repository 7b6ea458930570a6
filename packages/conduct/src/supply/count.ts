import { stamp, type Refusals } from '../participant/asking.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { maybeWords, tidy } from '../typed.ts'
import type { Move } from './accounts.ts'
import { type StockAsking, type SupplyDecision, unless } from './asking.ts'
import type { Countable, CountStock } from './commands.ts'
import { openExcursion, type StockState } from './state.ts'
import { otherPerson } from './typed.ts'

export const countable: readonly Countable[] = ['quarantine', 'available', 'returned', 'wasted']

/** Every shelf that holds something of a lot: what a count has to name. */
export const shelves = ({ lots }: StockState) =>
  Object.values(lots).flatMap(({ id, balances }) =>
    countable
      .filter((account) => balances[account] > 0)
      .map((account) => ({ lot: id, account, expected: balances[account] })),
  )

/** Compares the shelves with the ledger. What differs is explained, and is `missing` or found again from then on. */
export function countStock(asking: StockAsking, command: CountStock): SupplyDecision {
  const { stock, context } = asking
  const { counts } = command
  const key = ({ lot, account }: { readonly lot: string; readonly account: string }) => `${lot}/${account}`
  const named = new Set(counts.map(key))
  if (named.size < counts.length) return refused(refuse('countTwice'))
  if (shelves(stock).some((shelf) => !named.has(key(shelf)))) return refused(refuse('countIncomplete'))
  const refusals = [
    ...counts.flatMap((count, index) => lineRefusals(asking, count, `counts.${index}`)),
    ...otherPerson(command.witness, 'witness', context.actor),
  ]
  return unless(refusals, () => [
    {
      type: 'StockCounted',
      ...stamp(context),
      lines: counts.map(({ lot, account, counted, explanation }) => ({
        lot,
        account,
        expected: stock.lots[lot]!.balances[account],
        counted,
        ...(explanation === undefined || tidy(explanation) === '' ? {} : { explanation: tidy(explanation) }),
      })),
      witness: tidy(command.witness),
      moves: counts.flatMap(({ lot, account, counted }): Move[] => {
        const found = counted - stock.lots[lot]!.balances[account]
        if (found === 0) return []
        const [from, to] = found > 0 ? (['missing', account] as const) : ([account, 'missing'] as const)
        return [{ lot, vials: Math.abs(found), from, to }]
      }),
    },
  ])
}

type Line = CountStock['counts'][number]

function lineRefusals(
  { stock }: StockAsking,
  { lot: id, account, counted, explanation }: Line,
  field: string,
): Refusals {
  const lot = Object.hasOwn(stock.lots, id) ? stock.lots[id] : undefined
  if (!lot) return [at(`${field}.lot`, refuse('lotUnknown'))]
  if (!Number.isInteger(counted) || counted < 0 || counted > 9999)
    return [at(`${field}.counted`, refuse('vialCountInvalid'))]
  const needed = lot.balances[account]
  const found = counted - needed
  if (found === 0) return []
  if (openExcursion(stock, id) && account === 'quarantine') return [at(`${field}.counted`, refuse('excursionOpen'))]
  if (found > lot.balances.missing) return [at(`${field}.counted`, refuse('countAboveRecord', { needed }))]
  const unexplained = tidy(explanation ?? '') === ''
  return [
    ...(unexplained ? [at(`${field}.explanation`, refuse('countUnexplained', { needed }))] : []),
    ...maybeWords(explanation, `${field}.explanation`, 300),
  ]
}
