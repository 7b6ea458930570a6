import type { CompiledArm } from '@trialwright/protocol'
import { alike } from '../alike.ts'
import type { Refusals } from '../participant/asking.ts'
import { at, refuse } from '../refusals/refuse.ts'
import { pickVials, usableVials } from '../supply/firstExpiry.ts'
import type { RecordPreparation } from './commands.ts'
import type { PreparationAsking } from './decide.ts'
import type { TakenVials } from './events.ts'

interface Picked {
  readonly taken: readonly TakenVials[]
  readonly refusals: Refusals
}

const nothing: Picked = { taken: [], refusals: [] }

/** What the stock gives for so many vials, first expiry first, or why not. Nothing where the study keeps no stock. */
export function pickFor(
  { study, context }: PreparationAsking,
  arm: CompiledArm,
  vials: number,
  seen: RecordPreparation['picks'],
): Picked {
  const { supply } = study.compiled
  if (!supply) return nothing
  const { stock, today } = context
  if (!stock) throw new Error('a study that keeps stock was asked without it')
  const product = supply.products.find(({ arms }) => arms.includes(arm.id))
  if (!product) return vials > 0 ? refusing('vialsOpened', refuse('vialsNotForThis')) : nothing
  if (!Number.isInteger(vials) || vials < 1) return nothing
  const picks = pickVials(stock, product.id, vials, today)
  if (!picks) {
    const there = usableVials(stock, product.id, today)
    return refusing('vialsOpened', refuse('stockTooSmall', { needed: vials, there }))
  }
  if (seen && !alike(seen, picks)) return refusing('picks', refuse('pickChanged'))
  const taken = picks.map(({ lot, vials: opened }) => {
    const { brand, batch } = stock.lots[lot]!
    return { lot, brand, batch, vials: opened }
  })
  return { taken, refusals: [] }
}

const refusing = (field: string, refusal: ReturnType<typeof refuse>): Picked => ({
  taken: [],
  refusals: [at(field, refusal)],
})
