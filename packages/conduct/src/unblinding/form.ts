import type { CompiledForm, Refusal, Study } from '@trialwright/protocol'
import { concerns, isOpen } from '../encounters/plan.ts'
import { changesOf, readEntries, withEntries } from '../forms/change.ts'
import { headingOf } from '../forms/heading.ts'
import { formKey } from '../forms/state.ts'
import type { Context, Refused } from '../context.ts'
import { once, stamp, type Asking, type Refusals } from '../participant/asking.ts'
import { rightRefusals } from '../participant/decide.ts'
import { factsOf, recordNow } from '../participant/facts.ts'
import type { ParticipantState } from '../participant/state.ts'
import type { UnblindedState } from '../preparation/state.ts'
import { closedRefusals } from '../locks/closed.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { tidy } from '../typed.ts'
import type { RecordUnblindedForm } from './commands.ts'
import type { UnblindedFormRecorded } from './sealedEvents.ts'

export type UnblindedFormDecision = { readonly ok: true; readonly event: UnblindedFormRecorded } | Refused

/** The part of a form that only unblinded roles know; undefined where it has none. */
export function unblindedPart(form: CompiledForm): CompiledForm | undefined {
  const items = form.items.filter(({ blinding }) => blinding === 'unblindedOnly')
  return items.length === 0 ? undefined : { ...form, items }
}

/** The participant as the unblinded side knows them: this form's unblinded values stand where the site's would. */
export const seenUnblinded = (state: ParticipantState, unblinded: UnblindedState, key: string): ParticipantState => {
  const { [key]: _, ...others } = state.forms
  const own = unblinded.forms[key]
  return { ...state, forms: own ? { ...others, [key]: own } : others }
}

/** What stands in the way of filling the unblinded part of a form in. */
export function unblindedFormRefusals(asking: Asking, encounterId: string, formId: string): Refusals {
  const { study, state, context } = asking
  const notYours = rightRefusals('recordUnblindedForm', context.actor, context.site)
  if (notYours.length > 0) return notYours
  const encounter = study.compiled.encounters.find(({ id }) => id === encounterId)
  if (!encounter) return [at('encounter', refuse('encounterUnknown'))]
  if (!encounter.forms.includes(formId) || !unblindedPart(study.form(formId)))
    return [at('form', refuse('formUnknown'))]
  const closed = closedRefusals(asking, { encounter: encounterId, form: formId })
  if (closed.length > 0) return closed
  if (state.consent.given.length === 0) return [refuse('consentMissing')]
  if (state.forms[formKey(encounterId, formId)]) return []
  if (state.consent.withdrawn?.scope === 'everything') return [refuse('consentWithdrawn')]
  if (state.encounters[encounterId]?.missed) return [refuse('visitMissed')]
  if (!isOpen(study, state, encounter)) return [at('encounter', refuse('encounterNotYetOpen'))]
  return concerns(study, encounter, recordNow(asking)) ? [] : [at('encounter', refuse('encounterNotApplicable'))]
}

/** Drug level, antibodies and the like: the same strict reading as any form, in the unblinded stream. */
export function decideUnblindedForm(
  study: Study,
  participant: ParticipantState,
  unblinded: UnblindedState,
  given: RecordUnblindedForm,
  context: Context,
): UnblindedFormDecision {
  const key = formKey(given.encounter, given.form)
  const state = seenUnblinded(participant, unblinded, key)
  const asking = { study, state, context }
  const closed = unblindedFormRefusals(asking, given.encounter, given.form)
  if (closed.length > 0) return refused(...closed)
  const command = { ...given, type: 'recordForm' as const }
  const whole = study.form(command.form)
  const form = unblindedPart(whole) as CompiledForm
  const before = unblinded.forms[key]
  if ((before?.version ?? 0) !== command.expectedVersion) return refused(at('expectedVersion', refuse('formChanged')))

  const heading = headingOf(asking, command, form, before)
  const foreign = Object.keys(command.entries).filter(
    (id) => whole.items.some((item) => item.id === id) && !form.items.some((item) => item.id === id),
  )
  const read =
    foreign.length > 0 ? { refusals: foreign.map(notHere), entries: [] } : readEntries(asking, command, form, before)
  const unreadable = [...heading.refusals, ...read.refusals]
  if (unreadable.length > 0) return refused(...unreadable)

  const after = withEntries(state, command, before, read.entries)
  const recordAfter = once(() => study.record(factsOf(after, context.today, context.ranges, command.encounter)))
  const { changes, refusals } = changesOf(asking, command, before, read.entries, recordAfter)
  if (refusals.length > 0) return refused(...refusals)
  if (changes.length === 0 && !heading.corrected) return refused(refuse('nothingToRecord'))
  const laboratory = command.laboratory === undefined ? before?.laboratory : tidy(command.laboratory)
  return {
    ok: true,
    event: {
      type: 'UnblindedFormRecorded',
      ...stamp(context),
      encounter: command.encounter,
      form: form.id,
      day: command.day,
      ...(laboratory === undefined ? {} : { laboratory }),
      changes,
      ...(heading.corrected ? { corrected: heading.corrected } : {}),
    },
  }
}

const notHere = (item: string): Refusal => at(`entries.${item}`, refuse('itemNotUnblinded'))
