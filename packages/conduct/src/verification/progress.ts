import type { CompiledForm, Study } from '@trialwright/protocol'
import { formKey, type FormState } from '../forms/state.ts'
import type { ParticipantState } from '../participant/state.ts'
import { remembered } from '../remembered.ts'
import { plannedFor, standsAt } from './plan.ts'
import type { VerificationState } from './state.ts'

/** Values the plan asks for and those of them verified as they are. */
export interface Progress {
  readonly planned: number
  readonly verified: number
  /** Verified before, and changed since. */
  readonly changed: number
}

/** Of the values verified for everybody, and of those verified for a participant of the sample, critical ones included. */
export interface VerificationProgress {
  readonly critical: Progress
  readonly whole: Progress
}

/** Added up with every command, over all forms of a participant. */
export function progressOf(study: Study, state: ParticipantState): VerificationProgress {
  const [critical, whole] = [{ ...none }, { ...none }]
  for (const form of Object.values(state.forms)) {
    const each = formProgress(study, state, form)
    add(critical, each.critical)
    add(whole, each.whole)
  }
  return { critical, whole }
}

function add(sum: { -readonly [Of in keyof Progress]: Progress[Of] }, { planned, verified, changed }: Progress): void {
  sum.planned += planned
  sum.verified += verified
  sum.changed += changed
}

export const formProgress = (study: Study, state: ParticipantState, filled: FormState): VerificationProgress =>
  countedIn(filled, study, state.verification[formKey(filled.encounter, filled.form)])

const countedIn = remembered(
  (filled: FormState, study: Study, verified: VerificationState[string] | undefined): VerificationProgress => {
    const values = plannedIn(study.form(filled.form), study)
      .filter(({ id }) => filled.values[id] !== undefined)
      .map(({ id, planned }) => ({ planned, stands: standsAt(verified, filled, id) }))
    const count = (of: typeof values): Progress => ({
      planned: of.length,
      verified: of.filter(({ stands }) => stands === 'verified').length,
      changed: of.filter(({ stands }) => stands === 'changed').length,
    })
    return { critical: count(values.filter(({ planned }) => planned === 'critical')), whole: count(values) }
  },
)

/** Items of a form that the plan asks for, of everybody or of the sample. */
const plannedIn = remembered((form: CompiledForm, study: Study) =>
  form.items.flatMap((item) => {
    const planned = plannedFor(study.compiled, form, item)
    return planned === 'none' ? [] : [{ id: item.id, planned }]
  }),
)

const none: Progress = { planned: 0, verified: 0, changed: 0 }

export const plus = (a: Progress, b: Progress): Progress => ({
  planned: a.planned + b.planned,
  verified: a.verified + b.verified,
  changed: a.changed + b.changed,
})
