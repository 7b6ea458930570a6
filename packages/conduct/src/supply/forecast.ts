import { addDuration, type Study } from '@trialwright/protocol'
import type { Context } from '../context.ts'
import { once } from '../participant/asking.ts'
import { dayOf } from '../participant/schedule.ts'
import type { ParticipantState } from '../participant/state.ts'
import { doseOf, findArm } from '../preparation/dose.ts'
import type { UnblindedState } from '../preparation/state.ts'
import { infusionDays } from '../participant/facts.ts'
import { administering, infusionsLeft } from '../treatment/order.ts'
import { inOrderOfExpiry } from './firstExpiry.ts'
import type { StockState } from './state.ts'
import type { ForecastInfusion, ForecastView, ProductForecast } from './types.ts'

export interface Treated {
  readonly state: ParticipantState
  readonly unblinded: UnblindedState
}

/** What one participant will need, and of which arm. Unblinded roles only. */
export interface Coming {
  readonly arm: string
  readonly infusions: readonly ForecastInfusion[]
}

/**
 * What a site's randomised participants will need until the horizon, against what it has. It follows from the arms, so unblinded
 * roles alone may read it. People not yet randomised are not in it: the reserve is for them.
 */
export function forecast(
  study: Study,
  stock: StockState,
  coming: readonly Coming[],
  context: Pick<Context, 'site' | 'today'>,
): ForecastView | undefined {
  const { supply } = study.compiled
  if (!supply) return undefined
  const { site, today } = context
  const until = horizonOf(study, today)
  const products = supply.products.map(({ id, title, arms }) => {
    const infusions = coming
      .filter(({ arm }) => arms.includes(arm))
      .flatMap((each) => each.infusions)
      .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    return weigh(stock, { product: id, title, infusions, reserve: supply.reserve, today })
  })
  return { site, today, until, products }
}

function weigh(
  stock: StockState,
  {
    product,
    title,
    infusions,
    reserve,
    today,
  }: Pick<ProductForecast, 'product' | 'title' | 'infusions' | 'reserve'> & { readonly today: string },
): ProductForecast {
  const most = Math.max(0, ...infusions.map(({ vials }) => vials ?? 0))
  const wanted = infusions.map(({ day, vials }) => ({ day, vials: vials ?? most }))
  const lots = inOrderOfExpiry(stock, product, today)
  const usable = lots.reduce((sum, { balances }) => sum + balances.available, 0)
  const quarantine = Object.values(stock.lots)
    .filter((lot) => lot.product === product && lot.expiry >= today)
    .reduce((sum, { balances }) => sum + balances.quarantine, 0)
  const left = new Map(lots.map(({ id, balances }) => [id, balances.available]))
  let missing = 0
  let shortFrom: string | undefined
  for (const { day, vials } of wanted) {
    let open = vials
    for (const { id, expiry } of lots) {
      if (expiry < day) continue
      const taken = Math.min(open, left.get(id) ?? 0)
      left.set(id, (left.get(id) ?? 0) - taken)
      open -= taken
    }
    if (open > 0) shortFrom ??= day
    missing += open
  }
  const last = wanted.at(-1)?.day ?? today
  const over = lots.reduce((sum, { id, expiry }) => sum + (expiry >= last ? (left.get(id) ?? 0) : 0), 0)
  return {
    product,
    title,
    usable,
    quarantine,
    needed: wanted.reduce((sum, { vials }) => sum + vials, 0),
    infusions,
    reserve,
    ...(shortFrom === undefined ? {} : { shortFrom }),
    toOrder: Math.max(0, missing + reserve - over - quarantine),
  }
}

const horizonOf = ({ compiled }: Study, today: string): string =>
  addDuration(today, { value: compiled.supply?.horizon ?? 0, unit: 'd' })

/** The infusions that are to come for a participant until the horizon. */
export const comingOf = (study: Study, treated: Treated, context: Context): Coming => ({
  arm: treated.unblinded.allocation?.arm ?? '',
  infusions: comingInfusions(study, treated, context, horizonOf(study, context.today)),
})

function comingInfusions(
  study: Study,
  { state, unblinded }: Treated,
  context: Context,
  until: string,
): readonly ForecastInfusion[] {
  const { code, withdrawn } = state.consent
  if (withdrawn || state.treatment.stopped) return []
  // Whose infusions lie further ahead is not weighed.
  const vialsNeeded = once(() => vialsFor(study, { state, unblinded }, context))
  return infusionsLeft(study, state).flatMap((encounter) => {
    const prepared = unblinded.preparations[encounter.id]
    // What is in a bag already is not needed from the shelf.
    if (prepared && !prepared.discarded) return []
    const on = dayOf(study, state, encounter) ?? unplanned(study, state, encounter.id, context.today)
    const day = on < context.today ? context.today : on
    if (day > until) return []
    const vials = vialsNeeded()
    return [{ code, encounter: encounter.id, title: encounter.title, day, ...(vials === undefined ? {} : { vials }) }]
  })
}

/** Before the first infusion its day may be any: today at the earliest, and the later ones follow it. */
function unplanned(study: Study, state: ParticipantState, encounter: string, today: string): string {
  const at = administering(study).find(({ id }) => id === encounter)?.at
  return at === undefined || infusionDays(state).length > 0 ? today : addDuration(today, at)
}

/** By the latest weight known: at a coming visit, at one that took place, or the one last prepared for. */
function vialsFor(study: Study, { state, unblinded }: Treated, context: Context): number | undefined {
  const arm = findArm(study, unblinded)
  if (!arm) return undefined
  for (const { id } of study.compiled.encounters.toReversed()) {
    const dose = doseOf({ study, state, context }, arm, id)
    if (dose) return dose.vials
  }
  return Object.values(unblinded.preparations).at(-1)?.vialsNeeded
}
