import { isSeenBy, sightOf } from '../forms/blinding.ts'
import { currentVersion, formKey } from '../forms/state.ts'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { at, refuse, refused, within } from '../refusals/refuse.ts'
import { tidy, words } from '../typed.ts'
import type { Compared, UnverifyValues, VerifyForms, VerifyValues } from './commands.ts'
import type { ValuesVerified } from './events.ts'
import { verificationOf } from './plan.ts'

export function verifyValues(asking: Asking, { encounter, form, values }: VerifyValues): Decision {
  const compared = { encounter, form, values }
  const wrong = comparedRefusals(asking, compared)
  return wrong.length > 0 ? refused(...wrong) : { ok: true, events: [verified(asking, compared)] }
}

export function verifyForms(asking: Asking, { forms }: VerifyForms): Decision {
  if (forms.length === 0) return refused(refuse('nothingToRecord'))
  const named = new Set<string>()
  const wrong = forms.flatMap((each, index): Refusals => {
    const key = formKey(each.encounter, each.form)
    if (named.has(key)) return [at(`forms.${index}`, refuse('namedTwice'))]
    named.add(key)
    return comparedRefusals(asking, each).map((refusal) => within(`forms.${index}`, refusal))
  })
  return wrong.length > 0 ? refused(...wrong) : { ok: true, events: forms.map((each) => verified(asking, each)) }
}

function comparedRefusals(asking: Asking, { encounter, form, values }: Compared): Refusals {
  if (values.length === 0) return [refuse('nothingToRecord')]
  const { state } = asking
  const filled = state.forms[formKey(encounter, form)]
  const named = new Set<string>()
  return values.flatMap(({ item, version }, index): Refusals => {
    const field = `values.${index}`
    if (named.has(item)) return [at(field, refuse('namedTwice'))]
    named.add(item)
    const now = filled && isSeen(asking, form, item) ? currentVersion(filled, item) : undefined
    if (now === undefined) return [at(field, refuse('nothingToVerify'))]
    if (now !== version) return [at(field, refuse('valueChangedSince'))]
    return verificationOf(state, encounter, form, item) === 'verified' ? [at(field, refuse('alreadyVerified'))] : []
  })
}

const verified = ({ context }: Asking, { encounter, form, values }: Compared): ValuesVerified => ({
  type: 'ValuesVerified',
  ...stamp(context),
  encounter,
  form,
  values,
})

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
