import type { Study } from '@trialwright/protocol'
import type { PreparationContext, Refused } from '../context.ts'
import { stamp, type Refusals } from '../participant/asking.ts'
import { rightRefusals } from '../participant/decide.ts'
import type { ParticipantState } from '../participant/state.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import type { Move } from '../supply/accounts.ts'
import type { SupplyEvent, VialsTaken } from '../supply/events.ts'
import { otherPerson } from '../supply/typed.ts'
import { infusionRefusals, treatableRefusals, weightAt } from '../treatment/checks.ts'
import type { MaskedInfusionReady, MaskedInfusionTakenBack } from '../treatment/events.ts'
import { hasStarted } from '../treatment/order.ts'
import { maybeWords, tidy, words } from '../typed.ts'
import type { HandOver, PreparationCommand, RecordPreparation } from './commands.ts'
import { bagThere, discard } from './discard.ts'
import { doseOf, findArm } from './dose.ts'
import type {
  PreparationChecked,
  PreparationRecorded,
  TakenVials,
  TreatmentAllocated,
  UnblindedEvent,
} from './events.ts'
import { pickFor } from './pick.ts'
import type { Prepared, UnblindedState } from './state.ts'

/** One decision, two streams: the blinded twin tells nothing but that the bag has come. */
export type PreparationDecision =
  | {
      readonly ok: true
      readonly blinded: readonly (MaskedInfusionReady | MaskedInfusionTakenBack)[]
      readonly unblinded: readonly Exclude<UnblindedEvent, TreatmentAllocated>[]
      /** For the site's sealed stock; none where the study keeps none. As many for a bag without vials as for one with. */
      readonly stock: readonly SupplyEvent[]
    }
  | Refused

export interface PreparationAsking {
  readonly study: Study
  readonly state: ParticipantState
  readonly unblinded: UnblindedState
  readonly context: Omit<PreparationContext, 'label'>
}

export function decidePreparation(
  study: Study,
  state: ParticipantState,
  unblinded: UnblindedState,
  command: PreparationCommand,
  context: PreparationContext,
): PreparationDecision {
  const notYours = rightRefusals(command.type, context.actor, context.site)
  if (notYours.length > 0) return refused(...notYours)
  if (context.studyState.locked) return refused(refuse('databaseLocked'))
  const asking = { study, state, unblinded, context }
  if (command.type === 'takeBagBack' || command.type === 'wasteBag') return discard(asking, command)
  const closed = requestRefusals(asking, command.encounter)
  if (closed.length > 0) return refused(...closed)
  switch (command.type) {
    case 'recordPreparation':
      return recordPreparation(asking, command, context.label)
    case 'checkPreparation':
      return checkPreparation(asking, command.encounter)
    case 'handOver':
      return handOver(asking, command)
  }
}

/** The site asked for it today, and treatment may still go on. */
export function requestRefusals({ study, state, context }: PreparationAsking, encounter: string): Refusals {
  const closed = treatableRefusals({ study, state, context })
  if (closed.length > 0) return closed
  const infusion = state.treatment.infusions[encounter]
  if (!infusion) return [at('encounter', refuse('notRequested'))]
  if (hasStarted(state, encounter)) return [refuse('alreadyGiven')]
  return infusion.requestedDay === context.today ? [] : [refuse('requestExpired')]
}

/** The preparation made for the present request; one of an earlier day does not count, nor one whose bag is gone. */
export const preparedFor = (
  { state, unblinded }: Pick<PreparationAsking, 'state' | 'unblinded'>,
  encounter: string,
) => {
  const prepared = unblinded.preparations[encounter]
  if (prepared?.discarded) return undefined
  return prepared?.requestedDay === state.treatment.infusions[encounter]?.requestedDay ? prepared : undefined
}

function recordPreparation(asking: PreparationAsking, command: RecordPreparation, label: string): PreparationDecision {
  const { study, state, unblinded, context } = asking
  const { encounter, vialsOpened } = command
  if (preparedFor(asking, encounter)) return refused(refuse('alreadyPrepared'))
  // No vial is opened for an infusion that may not be given.
  const blocked = infusionRefusals(asking, encounter)
  if (blocked.length > 0) return refused(...blocked)
  const stocked = study.compiled.supply !== undefined
  // Its vials are still booked in it.
  if (stocked && bagThere(asking, encounter)) return refused(refuse('earlierBagThere'))
  const arm = findArm(study, unblinded)
  if (!arm) return refused(refuse('noAllocation'))
  const dose = doseOf(asking, arm, encounter)
  if (!dose) return refused(refuse('doseUnknown'))

  const picked = pickFor(asking, arm, vialsOpened, command.picks)
  const reason = tidy(command.reason ?? '')
  const refusals = [
    ...words(command.batch, 'batch', 60),
    ...(stocked ? [] : otherPerson(command.secondPerson, 'secondPerson', context.actor, 'secondPersonIsFirst')),
    ...maybeWords(command.reason, 'reason', 300),
    ...vialRefusals(vialsOpened, dose.vials, reason),
    ...picked.refusals,
    ...(Object.values(unblinded.preparations).some((earlier) => earlier.label === label) ? [refuse('labelTaken')] : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const event: PreparationRecorded = {
    type: 'PreparationRecorded',
    ...stamp(context),
    encounter,
    requestedDay: context.today,
    arm: arm.id,
    product: arm.product.en,
    weight: dose.weight,
    dose: dose.dose,
    vialsNeeded: dose.vials,
    vialsOpened,
    concentrate: dose.concentrate,
    carrier: dose.carrier,
    batch: tidy(command.batch),
    ...(stocked ? { taken: picked.taken } : { secondPerson: tidy(command.secondPerson ?? '') }),
    label,
    ...(reason === '' ? {} : { reason }),
  }
  const bag = { code: state.consent.code, encounter, label }
  const taking: VialsTaken = { type: 'VialsTaken', ...stamp(context), ...bag, moves: movesOf(picked.taken) }
  return { ok: true, blinded: [], unblinded: [event], stock: stocked ? [taking] : [] }
}

const movesOf = (taken: readonly TakenVials[]): readonly Move[] =>
  taken.map(({ lot, vials }) => ({ lot, vials, from: 'available', to: 'prepared' }))

function vialRefusals(opened: number, needed: number, reason: string): Refusals {
  if (!Number.isInteger(opened) || opened < 0 || opened > 99) return [at('vialsOpened', refuse('vialsInvalid'))]
  if (opened < needed) return [at('vialsOpened', refuse('vialsTooFew', { needed }))]
  return opened > needed && reason === '' ? [at('reason', refuse('vialsNeedReason', { needed }))] : []
}

/** The second pair of eyes, under an account of its own. */
function checkPreparation(asking: PreparationAsking, encounter: string): PreparationDecision {
  const prepared = preparedFor(asking, encounter)
  const refusals = checkRefusals(asking, encounter)
  if (refusals.length > 0 || !prepared) return refused(...refusals)
  const { label } = prepared
  const event: PreparationChecked = { type: 'PreparationChecked', ...stamp(asking.context), encounter, label }
  return { ok: true, blinded: [], unblinded: [event], stock: [] }
}

export function checkRefusals(asking: PreparationAsking, encounter: string): Refusals {
  const prepared = preparedFor(asking, encounter)
  if (!prepared) return [refuse('notPrepared')]
  if (isChecked(prepared)) return [refuse('alreadyChecked')]
  return prepared.by.account === asking.context.actor.account ? [refuse('secondPersonIsFirst')] : []
}

function handOver(asking: PreparationAsking, { encounter, to }: HandOver): PreparationDecision {
  const { study, context } = asking
  const prepared = preparedFor(asking, encounter)
  if (!prepared) return refused(refuse('notPrepared'))
  if (prepared.handedOver) return refused(refuse('alreadyHandedOver'))
  if (!isChecked(prepared)) return refused(refuse('notChecked'))
  if (prepared.weight !== weightAt(asking, encounter)) return refused(refuse('bagOfOtherWeight'))
  const named = study.compiled.supply !== undefined || to !== undefined
  const refusals = named ? otherPerson(to, 'to', context.actor, 'receiverIsYou') : []
  if (refusals.length > 0) return refused(...refusals)
  const common = { ...stamp(context), encounter, label: prepared.label }
  return {
    ok: true,
    blinded: [{ type: 'MaskedInfusionReady', ...common, weight: prepared.weight }],
    unblinded: [{ type: 'PreparationHandedOver', ...common, ...(named ? { to: tidy(to ?? '') } : {}) }],
    stock: [],
  }
}

export const isChecked = ({ secondPerson, checked }: Prepared): boolean =>
  secondPerson !== undefined || checked !== undefined
