import { isDate } from '@trialwright/protocol'
import { stamp } from '../participant/asking.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { maybeWords, tidy, words } from '../typed.ts'
import { type StockAsking, type SupplyDecision, unless } from './asking.ts'
import type { ReceiveVials, ReleaseVials } from './commands.ts'
import { openExcursion } from './state.ts'
import { vialRefusals } from './typed.ts'

const same = (one: string, other: string): boolean => tidy(one).toLowerCase() === tidy(other).toLowerCase()

export function receiveVials({ study, stock, context }: StockAsking, command: ReceiveVials): SupplyDecision {
  const { product, brand, batch, expiry, vials, shipment, coldChain } = command
  const known = study.compiled.supply?.products.some(({ id }) => id === product)
  const lots = Object.values(stock.lots)
  // A batch of one brand expires on one day: another day on the box is a mistake somewhere.
  const before = lots.find((lot) => lot.product === product && same(lot.brand, brand) && same(lot.batch, batch))
  const day = isDate(expiry)
    ? expiry < context.today
      ? [at('expiry', refuse('lotExpired', { day: expiry }))]
      : before && before.expiry !== expiry
        ? [at('expiry', refuse('batchDiffers', { day: before.expiry }))]
        : []
    : [at('expiry', refuse('dateInvalid'))]
  const refusals = [
    ...(known ? [] : [at('product', refuse('productUnknown'))]),
    ...words(brand, 'brand', 60),
    ...words(batch, 'batch', 40),
    ...day,
    ...vialRefusals(vials),
    ...words(shipment, 'shipment', 60),
  ]
  const lot = before?.id ?? `L${lots.length + 1}`
  return unless(refusals, () => [
    {
      type: 'VialsReceived',
      ...stamp(context),
      lot,
      product,
      brand: before?.brand ?? tidy(brand),
      batch: before?.batch ?? tidy(batch),
      expiry,
      shipment: tidy(shipment),
      coldChain,
      moves: [{ lot, vials, from: 'outside', to: 'quarantine' }],
    },
  ])
}

/** All vials of the lot that are in quarantine may be used from now on. */
export function releaseVials({ stock, context }: StockAsking, command: ReleaseVials): SupplyDecision {
  const { lot: id } = command
  const lot = Object.hasOwn(stock.lots, id) ? stock.lots[id] : undefined
  if (!lot) return refused(at('lot', refuse('lotUnknown')))
  const vials = lot.balances.quarantine
  if (vials === 0) return refused(at('lot', refuse('nothingInQuarantine')))
  const reason = tidy(command.reason ?? '')
  const refusals = [
    ...maybeWords(command.reason, 'reason', 300),
    ...(lot.expiry < context.today ? [at('lot', refuse('lotExpired', { day: lot.expiry }))] : []),
    ...(openExcursion(stock, id) ? [at('lot', refuse('excursionOpen'))] : []),
    ...(lot.doubtful && reason === '' ? [at('reason', refuse('releaseNeedsReason'))] : []),
  ]
  return unless(refusals, () => [
    {
      type: 'VialsReleased',
      ...stamp(context),
      lot: id,
      ...(reason === '' ? {} : { reason }),
      moves: [{ lot: id, vials, from: 'quarantine', to: 'available' }],
    },
  ])
}
