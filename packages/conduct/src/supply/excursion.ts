import { stamp } from '../participant/asking.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { plainNumber, tidy, words } from '../typed.ts'
import type { Move } from './accounts.ts'
import { type StockAsking, type SupplyDecision, unless } from './asking.ts'
import type { DecideExcursion, RecordExcursion } from './commands.ts'
import { openExcursion, type StockState } from './state.ts'
import { otherPerson } from './typed.ts'

const readable = { low: -90, high: 90, unit: '°C' }

/** Puts everything of the lots into quarantine, where it stays until somebody decides. */
export function recordExcursion(asking: StockAsking, command: RecordExcursion): SupplyDecision {
  const { stock, context } = asking
  const { minutes } = command
  const lots = [...new Set(command.lots)]
  const unknown = lots.length === 0 || lots.some((lot) => !Object.hasOwn(stock.lots, lot))
  if (unknown) return refused(at('lots', refuse('lotUnknown')))
  const lowest = plainNumber(command.lowest, 'lowest', context.language, readable)
  const highest = plainNumber(command.highest, 'highest', context.language, readable)
  const refusals = [
    ...(lots.some((lot) => openExcursion(stock, lot)) ? [at('lots', refuse('excursionOpen'))] : []),
    ...(lowest.refusals ?? []),
    ...(highest.refusals ?? []),
    ...(lowest.refusals || highest.refusals ? [] : limitRefusals(asking, lots, lowest.value, highest.value)),
    ...(Number.isInteger(minutes) && minutes >= 1 && minutes <= 100_000
      ? []
      : [at('minutes', refuse('minutesInvalid'))]),
    ...words(command.what, 'what', 500),
  ]
  if (lowest.refusals || highest.refusals) return refused(...refusals)
  const balances = lots.map((lot) => ({ lot, ...stock.lots[lot]!.balances }))
  return unless(refusals, () => [
    {
      type: 'ExcursionRecorded',
      ...stamp(context),
      excursion: `X${Object.keys(stock.excursions).length + 1}`,
      lowest: lowest.value,
      highest: highest.value,
      minutes,
      what: tidy(command.what),
      affected: balances.map(({ lot, quarantine, available }) => ({ lot, vials: quarantine + available })),
      moves: balances.flatMap(({ lot, available }): Move[] =>
        available > 0 ? [{ lot, vials: available, from: 'available', to: 'quarantine' }] : [],
      ),
    },
  ])
}

function limitRefusals({ study, stock }: StockAsking, lots: readonly string[], lowest: number, highest: number) {
  if (lowest > highest) return [at('highest', refuse('lowestAboveHighest'))]
  const products = new Set(lots.map((lot) => stock.lots[lot]?.product))
  const within = study.compiled.supply?.products.filter(
    (product) => products.has(product.id) && lowest >= product.lowest && highest <= product.highest,
  )
  return (within ?? []).map((product) =>
    at('highest', refuse('noExcursion', { low: product.lowest, high: product.highest })),
  )
}

/**
 * Released, what the excursion took from use goes back to it, and what waited for its release before goes on waiting. Destroyed,
 * all that lay in the storage is.
 */
export function decideExcursion({ stock, context }: StockAsking, command: DecideExcursion): SupplyDecision {
  const { decision, witness } = command
  const excursion = Object.hasOwn(stock.excursions, command.excursion) ? stock.excursions[command.excursion] : undefined
  if (!excursion) return refused(at('excursion', refuse('excursionUnknown')))
  if (excursion.decided) return refused(refuse('excursionDecided'))
  const moves =
    decision === 'destroy'
      ? excursion.affected.flatMap(({ lot, vials }): Move[] =>
          vials > 0 ? [{ lot, vials, from: 'quarantine', to: 'destroyed' }] : [],
        )
      : excursion.moves.map(({ lot, vials }): Move => ({ lot, vials, from: 'quarantine', to: 'available' }))
  const refusals = [
    ...words(command.reason, 'reason', 500),
    ...(decision === 'destroy' ? otherPerson(witness, 'witness', context.actor) : []),
    ...(decision === 'release' ? expiredIn(stock, moves, context.today) : []),
  ]
  return unless(refusals, () => [
    {
      type: 'ExcursionDecided',
      ...stamp(context),
      excursion: command.excursion,
      decision,
      reason: tidy(command.reason),
      ...(decision === 'destroy' ? { witness: tidy(witness ?? '') } : {}),
      moves,
    },
  ])
}

const expiredIn = ({ lots }: StockState, moves: readonly Move[], today: string) =>
  moves.flatMap(({ lot }) => {
    const { expiry } = lots[lot]!
    return expiry < today ? [at('decision', refuse('lotExpired', { day: expiry }))] : []
  })
