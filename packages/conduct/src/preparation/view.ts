import type { Study } from '@trialwright/protocol'
import type { PreparationContext } from '../context.ts'
import { rightRefusals } from '../participant/decide.ts'
import type { ParticipantState } from '../participant/state.ts'
import { refuse } from '../refusals/refuse.ts'
import { administering, hasStarted } from '../treatment/order.ts'
import { checkRefusals, isChecked, preparedFor, requestRefusals } from './decide.ts'
import { bagThere, discardRefusals } from './discard.ts'
import { doseOf, findArm } from './dose.ts'
import { pickFor } from './pick.ts'
import type { Prepared, UnblindedState } from './state.ts'
import type { PharmacyRow, PharmacyView } from './types.ts'

/** Rows of one participant, in the protocol's order; made from what the site asked for and the pharmacy did. */
export const pharmacyRows = (
  study: Study,
  state: ParticipantState,
  unblinded: UnblindedState,
): readonly PharmacyRow[] =>
  administering(study).flatMap(({ id, title }) => {
    const infusion = state.treatment.infusions[id]
    if (!infusion) return []
    const { code, site } = state.consent
    return [{ code, site, encounter: id, title, day: infusion.requestedDay, state: rowState(state, unblinded, id) }]
  })

function rowState(state: ParticipantState, unblinded: UnblindedState, encounter: string): PharmacyRow['state'] {
  if (hasStarted(state, encounter)) return 'given'
  if (state.treatment.stopped || state.consent.withdrawn || state.encounters[encounter]?.missed) return 'cancelled'
  const prepared = preparedFor({ state, unblinded }, encounter)
  return prepared?.handedOver ? 'handedOver' : prepared ? 'prepared' : 'requested'
}

/** What to prepare, for whom. Undefined when nothing was requested there, or no arm is known. */
export function pharmacyView(
  study: Study,
  state: ParticipantState,
  unblinded: UnblindedState,
  encounter: string,
  context: Omit<PreparationContext, 'label'>,
): PharmacyView | undefined {
  const row = pharmacyRows(study, state, unblinded).find((each) => each.encounter === encounter)
  const arm = findArm(study, unblinded)
  if (!row || !arm) return undefined
  const asking = { study, state, unblinded, context }
  const prepared = preparedFor(asking, encounter)
  const computed = doseOf(asking, arm, encounter)
  // What was prepared stays as it was; a weight corrected afterwards does not change the bag.
  const { weight, dose, concentrate, carrier } = prepared ?? computed ?? nothingKnown
  const vials = prepared?.vialsNeeded ?? computed?.vials ?? 0
  const picked = pickFor(asking, arm, vials, undefined)
  const discarded = unblinded.preparations[encounter]?.discarded
  const closed = [
    ...rightRefusals('recordPreparation', context.actor, context.site),
    ...requestRefusals(asking, encounter),
  ]
  return {
    ...row,
    arm: { id: arm.id, title: arm.title },
    product: arm.product,
    ...(weight === undefined ? {} : { weight }),
    ...(dose === null ? {} : { dose }),
    vials,
    concentrate,
    carrier,
    bagVolume: study.compiled.infusion.bagVolume,
    ...(context.stock
      ? { picks: (prepared?.taken ?? picked.taken).map((pick) => ({ ...pick, expiry: expiryOf(context, pick.lot) })) }
      : {}),
    ...(prepared ? { label: prepared.label, prepared: sayPrepared(prepared) } : {}),
    ...(prepared?.handedOver ? { handedOver: prepared.handedOver } : {}),
    ...(discarded ? { discarded } : {}),
    toRecordPreparation: [
      ...closed,
      ...(prepared
        ? [refuse('alreadyPrepared')]
        : context.stock && bagThere(asking, encounter)
          ? [refuse('earlierBagThere')]
          : computed
            ? picked.refusals
            : [refuse('doseUnknown')]),
    ],
    toCheckPreparation: [...closed, ...checkRefusals(asking, encounter)],
    toHandOver: [
      ...closed,
      ...(!prepared
        ? [refuse('notPrepared')]
        : prepared.handedOver
          ? [refuse('alreadyHandedOver')]
          : isChecked(prepared)
            ? []
            : [refuse('notChecked')]),
    ],
    toTakeBagBack: discardRefusals(asking, 'takeBagBack', encounter),
    toWasteBag: discardRefusals(asking, 'wasteBag', encounter),
  }
}

function sayPrepared({ at, by, batch, vialsOpened, secondPerson, checked }: Prepared): PharmacyView['prepared'] {
  const second = checked?.by ?? secondPerson
  return {
    at,
    by: by.name,
    batch,
    vialsOpened,
    ...(second === undefined ? {} : { secondPerson: second }),
    ...(checked ? { checkedAt: checked.at } : {}),
  }
}

const expiryOf = ({ stock }: Pick<PreparationContext, 'stock'>, lot: string): string => stock?.lots[lot]?.expiry ?? ''

const nothingKnown = { weight: undefined, dose: null, concentrate: 0, carrier: 0 }
