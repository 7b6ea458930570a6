import type { Study } from '@trialwright/protocol'
import type { PreparationContext } from '../context.ts'
import { rightRefusals } from '../participant/decide.ts'
import type { ParticipantState } from '../participant/state.ts'
import { refuse } from '../refusals/refuse.ts'
import { administering, hasStarted } from '../treatment/order.ts'
import { preparedFor, requestRefusals } from './decide.ts'
import { doseOf, findArm } from './dose.ts'
import type { UnblindedState } from './state.ts'
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
    vials: prepared?.vialsNeeded ?? computed?.vials ?? 0,
    concentrate,
    carrier,
    bagVolume: study.compiled.infusion.bagVolume,
    ...(prepared
      ? {
          label: prepared.label,
          prepared: {
            at: prepared.at,
            by: prepared.by.name,
            batch: prepared.batch,
            vialsOpened: prepared.vialsOpened,
            secondPerson: prepared.secondPerson,
          },
        }
      : {}),
    ...(prepared?.handedOver ? { handedOver: prepared.handedOver } : {}),
    toRecordPreparation: [
      ...closed,
      ...(prepared ? [refuse('alreadyPrepared')] : computed ? [] : [refuse('doseUnknown')]),
    ],
    toHandOver: [
      ...closed,
      ...(!prepared ? [refuse('notPrepared')] : prepared.handedOver ? [refuse('alreadyHandedOver')] : []),
    ],
  }
}

const nothingKnown = { weight: undefined, dose: null, concentrate: 0, carrier: 0 }
