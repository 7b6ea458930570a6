import { createHmac } from 'node:crypto'
import type { CompiledForm, CompiledItem, CompiledStudy } from '@trialwright/protocol'
import { currentVersion, formKey, type FormState } from '../forms/state.ts'
import type { ParticipantState } from '../participant/state.ts'
import type { StudyState } from '../study/state.ts'
import type { VerificationState } from './state.ts'

/**
 * Whether every value of the participant is verified. Drawn for each by a keyed hash of the code, under a salt that was drawn
 * when the study opened and is shown to nobody: it can be neither foreseen nor influenced, and always comes out the same.
 */
export function inSample(compiled: CompiledStudy, { opened }: StudyState, code: string, site: string): boolean {
  const { sample } = compiled.verification ?? {}
  if (sample === undefined || opened?.samplingSalt === undefined) return false
  const share = sample.sites?.[site] ?? sample.share
  const known = drawn.get(opened) ?? new Map<string, number>()
  drawn.set(opened, known)
  const draw = known.get(code) ?? drawOf(opened.samplingSalt, compiled.id, code)
  known.set(code, draw)
  return draw < share
}

/** Draws by code, from 0 to 1, kept as long as the opening they follow from: a monitor's page asks for those of everybody. */
const drawn = new WeakMap<NonNullable<StudyState['opened']>, Map<string, number>>()

const drawOf = (salt: string, study: string, code: string): number =>
  createHmac('sha256', salt).update(`${study}/${code}`).digest().readUInt32BE(0) / 2 ** 32

/** What the outcome or a person's safety rests on, verified for every participant. */
export const isCritical = ({ verification }: CompiledStudy, form: string, item: string): boolean =>
  verification?.critical.some((each) => each.form === form && (each.item === undefined || each.item === item)) === true

/** What participants answer, and what readers read, has no other source at the site. */
const hasSource = ({ filledBy }: CompiledForm): boolean => filledBy === 'site' || filledBy === 'investigator'

/** Whether the plan asks for the value: always, or of participants of the sample. */
export function plannedFor(
  compiled: CompiledStudy,
  form: CompiledForm,
  item: CompiledItem,
): 'critical' | 'sample' | 'none' {
  if (item.blinding === 'unblindedOnly') return 'none'
  if (isCritical(compiled, form.id, item.id)) return 'critical'
  return compiled.verification?.sample !== undefined && hasSource(form) ? 'sample' : 'none'
}

/** How a value stands: compared at the version that is there, changed since, or not yet compared. */
export type Verification = 'verified' | 'changed' | 'unverified'

export const verificationOf = (
  { verification, forms }: ParticipantState,
  encounter: string,
  form: string,
  item: string,
): Verification => {
  const key = formKey(encounter, form)
  return standsAt(verification[key], forms[key], item)
}

/** `verified`: what is verified of the form. */
export function standsAt(
  verified: VerificationState[string] | undefined,
  filled: Pick<FormState, 'values'> | undefined,
  item: string,
): Verification {
  if (verified === undefined || !Object.hasOwn(verified, item)) return 'unverified'
  return filled && verified[item]?.version === currentVersion(filled, item) ? 'verified' : 'changed'
}
