import { isSeenBy, sightOf } from '../forms/blinding.ts'
import { formKey } from '../forms/state.ts'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { tidy, words } from '../typed.ts'
import type { UnverifyValues, VerifyValues } from './commands.ts'
import { verificationOf } from './plan.ts'

export function verifyValues(asking: Asking, { encounter, form, values }: VerifyValues): Decision {
  const { state, context } = asking
  const filled = state.forms[formKey(encounter, form)]
  if (values.length === 0) return refused(refuse('nothingToRecord'))
  const wrong = values.flatMap(({ item, version }, index): Refusals => {
    const field = `values.${index}`
    const now = filled?.values[item]?.at(-1)?.version
    if (now === undefined || !isSeen(asking, form, item)) return [at(field, refuse('nothingToVerify'))]
    if (now !== version) return [at(field, refuse('valueChangedSince'))]
    return verificationOf(state, encounter, form, item) === 'verified' ? [at(field, refuse('alreadyVerified'))] : []
  })
  if (wrong.length > 0) return refused(...wrong)
  return { ok: true, events: [{ type: 'ValuesVerified', ...stamp(context), encounter, form, values }] }
}

export function unverifyValues(asking: Asking, { encounter, form, items, reason }: UnverifyValues): Decision {
  const { state, context } = asking
  if (items.length === 0) return refused(refuse('nothingToRecord'))
  const wrong = items.flatMap((item, index) =>
    verificationOf(state, encounter, form, item) === 'unverified' ? [at(`items.${index}`, refuse('notVerified'))] : [],
  )
  const refusals = [...wrong, ...words(reason, 'reason')]
  if (refusals.length > 0) return refused(...refusals)
  const event = { ...stamp(context), encounter, form, items, reason: tidy(reason) }
  return { ok: true, events: [{ type: 'VerificationWithdrawn', ...event }] }
}

function isSeen({ study, context }: Asking, form: string, item: string): boolean {
  const whole = study.form(form)
  const found = whole.items.find(({ id }) => id === item)
  const { role } = context.actor
  return (
    found !== undefined &&
    isSeenBy(whole, role) &&
    sightOf(found, role, context.studyState.unblinded !== undefined) === 'open'
  )
}
