import { type Refusals, stamp } from '../participant/asking.ts'
import { refuse, refused } from '../refusals/refuse.ts'
import type { SupplyEvent } from '../supply/events.ts'
import { hasStarted } from '../treatment/order.ts'
import { tidy, words } from '../typed.ts'
import type { TakeBagBack, WasteBag } from './commands.ts'
import type { PreparationAsking, PreparationDecision } from './decide.ts'
import type { Prepared } from './state.ts'

/**
 * A bag that will not be given: taken back from the site, or thrown away before it went there. Unlike preparing, it is possible
 * on any later day and whatever became of the treatment, for the bag is there. A bag that was at the site has a blinded twin,
 * so that its label starts nothing any more.
 */
export function discard(asking: PreparationAsking, command: TakeBagBack | WasteBag): PreparationDecision {
  const { study, state, unblinded, context } = asking
  const { encounter } = command
  const back = command.type === 'takeBagBack'
  const closed = discardRefusals(asking, command.type, encounter)
  const prepared = unblinded.preparations[encounter]
  if (closed.length > 0 || !prepared) return refused(...closed)
  const wrong = words(command.reason, 'reason', 300)
  if (wrong.length > 0) return refused(...wrong)
  const { label } = prepared
  const said = { ...stamp(context), encounter, label }
  const reason = tidy(command.reason)
  const booked: SupplyEvent = {
    type: back ? 'BagTakenBack' : 'BagWasted',
    ...said,
    code: state.consent.code,
    reason,
    moves: (prepared.taken ?? []).map(({ lot, vials }) => ({
      lot,
      vials,
      from: 'prepared',
      to: back ? 'returned' : 'wasted',
    })),
  }
  return {
    ok: true,
    blinded: back ? [{ type: 'MaskedInfusionTakenBack', ...said }] : [],
    unblinded: [{ type: 'PreparationDiscarded', ...said, how: back ? 'takenBack' : 'wasted', reason }],
    stock: study.compiled.supply ? [booked] : [],
  }
}

export function discardRefusals(
  { state, unblinded }: Pick<PreparationAsking, 'state' | 'unblinded'>,
  command: 'takeBagBack' | 'wasteBag',
  encounter: string,
): Refusals {
  const prepared = bagThere({ state, unblinded }, encounter)
  if (!prepared) return [refuse(hasStarted(state, encounter) ? 'alreadyGiven' : 'notPrepared')]
  if (command === 'takeBagBack') return prepared.handedOver ? [] : [refuse('notHandedOver')]
  return prepared.handedOver ? [refuse('alreadyHandedOver')] : []
}

/** The bag last prepared for the encounter, for whichever request, unless it was given or is gone. */
export function bagThere(
  { state, unblinded }: Pick<PreparationAsking, 'state' | 'unblinded'>,
  encounter: string,
): Prepared | undefined {
  const prepared = unblinded.preparations[encounter]
  const given = hasStarted(state, encounter) && state.treatment.infusions[encounter]?.label === prepared?.label
  return given || prepared?.discarded ? undefined : prepared
}
