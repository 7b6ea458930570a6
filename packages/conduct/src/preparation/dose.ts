import type { CompiledArm, NumberNode, Study } from '@trialwright/protocol'
import { recordNow } from '../participant/facts.ts'
import { weightAt } from '../treatment/checks.ts'
import type { PreparationAsking } from './decide.ts'
import type { UnblindedState } from './state.ts'

export interface Dose {
  /** kg */
  readonly weight: number
  /** mg; null where nothing is dissolved. */
  readonly dose: number | null
  readonly vials: number
  /** mL of concentrate, and of carrier beside it; together the bag, equal in every arm. */
  readonly concentrate: number
  readonly carrier: number
}

export const findArm = ({ compiled }: Study, { allocation }: UnblindedState): CompiledArm | undefined =>
  compiled.arms.find(({ id }) => id === allocation?.arm)

/** The arm's own preparation for the weight recorded; undefined while the weight is not known to a point. */
export function doseOf(
  asking: Omit<PreparationAsking, 'unblinded'>,
  arm: CompiledArm,
  encounter: string,
): Dose | undefined {
  const { study } = asking
  const weight = weightAt(asking, encounter)
  if (weight === undefined) return undefined
  const { bagVolume } = study.compiled.infusion
  if (!arm.preparation) return { weight, dose: null, vials: 0, concentrate: 0, carrier: bagVolume }
  const record = recordNow(asking, encounter)
  const known = (node: NumberNode) => {
    const number = study.number(node, record)
    return number && number.low === number.high ? number.low : undefined
  }
  const dose = known(arm.preparation.dose)
  const vials = known(arm.preparation.vials)
  const concentrate = known(arm.preparation.concentrate)
  if (dose === undefined || vials === undefined || concentrate === undefined || concentrate > bagVolume)
    return undefined
  return { weight, dose, vials, concentrate, carrier: bagVolume - concentrate }
}
