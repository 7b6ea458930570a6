import type { Study } from '@trialwright/protocol'
import type { PreparationContext, Refused } from '../context.ts'
import { stamp, type Refusals } from '../participant/asking.ts'
import { rightRefusals } from '../participant/decide.ts'
import type { ParticipantState } from '../participant/state.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { treatableRefusals } from '../treatment/checks.ts'
import type { MaskedInfusionReady } from '../treatment/events.ts'
import { hasStarted } from '../treatment/order.ts'
import { maybeWords, tidy, words } from '../typed.ts'
import type { PreparationCommand, RecordPreparation } from './commands.ts'
import { doseOf, findArm } from './dose.ts'
import type { PreparationHandedOver, PreparationRecorded } from './events.ts'
import type { UnblindedState } from './state.ts'

/** One decision, two streams: the blinded twin tells nothing but that the bag has come. */
export type PreparationDecision =
  | {
      readonly ok: true
      readonly blinded: readonly MaskedInfusionReady[]
      readonly unblinded: readonly (PreparationRecorded | PreparationHandedOver)[]
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
  const asking = { study, state, unblinded, context }
  const closed = requestRefusals(asking, command.encounter)
  if (closed.length > 0) return refused(...closed)
  return command.type === 'recordPreparation'
    ? recordPreparation(asking, command, context.label)
    : handOver(asking, command.encounter)
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

/** The preparation made for the present request; one of an earlier day does not count. */
export const preparedFor = (
  { state, unblinded }: Pick<PreparationAsking, 'state' | 'unblinded'>,
  encounter: string,
) => {
  const prepared = unblinded.preparations[encounter]
  return prepared?.requestedDay === state.treatment.infusions[encounter]?.requestedDay ? prepared : undefined
}

function recordPreparation(asking: PreparationAsking, command: RecordPreparation, label: string): PreparationDecision {
  const { study, unblinded, context } = asking
  const { encounter, vialsOpened } = command
  if (preparedFor(asking, encounter)) return refused(refuse('alreadyPrepared'))
  const arm = findArm(study, unblinded)
  if (!arm) return refused(refuse('noAllocation'))
  const dose = doseOf(asking, arm, encounter)
  if (!dose) return refused(refuse('doseUnknown'))

  const second = tidy(command.secondPerson).toLowerCase()
  const { account, printedName } = context.actor
  const reason = tidy(command.reason ?? '')
  const refusals = [
    ...words(command.batch, 'batch', 60),
    ...words(command.secondPerson, 'secondPerson', 200),
    ...maybeWords(command.reason, 'reason'),
    ...([account, printedName].some((name) => name.toLowerCase() === second)
      ? [at('secondPerson', refuse('secondPersonIsFirst'))]
      : []),
    ...vialRefusals(vialsOpened, dose.vials, reason),
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
    secondPerson: tidy(command.secondPerson),
    label,
    ...(reason === '' ? {} : { reason }),
  }
  return { ok: true, blinded: [], unblinded: [event] }
}

function vialRefusals(opened: number, needed: number, reason: string): Refusals {
  if (!Number.isInteger(opened) || opened < 0 || opened > 99) return [at('vialsOpened', refuse('vialsInvalid'))]
  if (opened < needed) return [at('vialsOpened', refuse('vialsTooFew', { needed }))]
  return opened > needed && reason === '' ? [at('reason', refuse('vialsNeedReason', { needed }))] : []
}

function handOver(asking: PreparationAsking, encounter: string): PreparationDecision {
  const prepared = preparedFor(asking, encounter)
  if (!prepared) return refused(refuse('notPrepared'))
  if (prepared.handedOver) return refused(refuse('alreadyHandedOver'))
  const common = { ...stamp(asking.context), encounter, label: prepared.label }
  return {
    ok: true,
    blinded: [{ type: 'MaskedInfusionReady', ...common }],
    unblinded: [{ type: 'PreparationHandedOver', ...common }],
  }
}
