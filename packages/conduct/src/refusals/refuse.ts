import type { Refusal } from '@trialwright/protocol'
import type { Refused } from '../context.ts'
import { consentRefusals } from './consent.ts'
import { deviationRefusals } from './deviations.ts'
import { delegationRefusals } from './delegation.ts'
import { encounterRefusals } from './encounters.ts'
import { formRefusals } from './forms.ts'
import { generalRefusals } from './general.ts'
import { laboratoryRefusals } from './laboratory.ts'
import { lockRefusals } from './locks.ts'
import { monitoringRefusals } from './monitoring.ts'
import { preparationRefusals } from './preparation.ts'
import { queryRefusals } from './queries.ts'
import { randomisationRefusals } from './randomisation.ts'
import type { Said } from './said.ts'
import { screeningRefusals } from './screening.ts'
import { signatureRefusals } from './signatures.ts'
import { studyRefusals } from './study.ts'
import { supplyRefusals } from './supply.ts'
import { treatmentRefusals } from './treatment.ts'
import { unblindingRefusals } from './unblinding.ts'
import { verificationRefusals } from './verification.ts'

const texts = {
  ...generalRefusals,
  ...studyRefusals,
  ...consentRefusals,
  ...screeningRefusals,
  ...randomisationRefusals,
  ...encounterRefusals,
  ...formRefusals,
  ...laboratoryRefusals,
  ...queryRefusals,
  ...deviationRefusals,
  ...treatmentRefusals,
  ...preparationRefusals,
  ...unblindingRefusals,
  ...supplyRefusals,
  ...signatureRefusals,
  ...lockRefusals,
  ...verificationRefusals,
  ...monitoringRefusals,
  ...delegationRefusals,
}

/** Permanent; a code is never renamed nor used for something else. */
export type RefusalCode = keyof typeof texts

export const refusalCodes = Object.keys(texts) as readonly RefusalCode[]

type Facts<Code extends RefusalCode> = Parameters<(typeof texts)[Code]>

/** `refuse('tooSoon', { earliest: '2026-11-22' })`: the refusal in words; `at` adds the field it concerns. */
export function refuse<Code extends RefusalCode>(code: Code, ...facts: Facts<Code>): Refusal {
  const speak = texts[code] as (...facts: unknown[]) => Said
  return { code, ...speak(...facts) }
}

export const at = (field: string, refusal: Refusal): Refusal => ({ ...refusal, field })

/** The refusal of one of several things that were asked for together: its field is named from there. */
export const within = (place: string, refusal: Refusal): Refusal =>
  at(refusal.field === undefined ? place : `${place}.${refusal.field}`, refusal)

export const refused = (...refusals: readonly Refusal[]): Refused => ({ ok: false, refusals })
