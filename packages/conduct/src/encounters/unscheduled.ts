import { unscheduledId, unscheduledNumber, type CompiledEncounter, type Study } from '@trialwright/protocol'
import { consentRefusals } from '../consent/decide.ts'
import { consentDay } from '../consent/versions.ts'
import { isForBlinded } from '../forms/blinding.ts'
import { formKey } from '../forms/state.ts'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import type { ParticipantState } from '../participant/state.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { pastDay, tidy, words } from '../typed.ts'
import type { RecordUnscheduledVisit } from './commands.ts'

/** Of one participant. */
const mostVisits = 99

/** The participant's unscheduled visits, in the order they were recorded. */
export const unscheduledVisits = (
  study: Study,
  state: Pick<ParticipantState, 'encounters'>,
): readonly CompiledEncounter[] =>
  Object.keys(state.encounters)
    .filter((id) => unscheduledNumber(id) !== undefined)
    .toSorted((one, other) => unscheduledNumber(one)! - unscheduledNumber(other)!)
    .map((id) => study.encounter(id))

/** Numbers go on over a re-screening, so that an id means one visit for ever. */
function nextId({ encounters, earlier }: ParticipantState): string {
  const taken = [encounters, ...earlier.map((each) => each.encounters)]
    .flatMap((each) => Object.keys(each))
    .map((id) => unscheduledNumber(id) ?? 0)
  return unscheduledId(Math.max(0, ...taken) + 1)
}

/** A visit beside the plan, with the forms chosen for it; or the correction of one already recorded. */
export function recordUnscheduledVisit(asking: Asking, command: RecordUnscheduledVisit): Decision {
  const { study, state, context } = asking
  if (study.compiled.unscheduled === undefined) return refused(refuse('unscheduledNotPlanned'))
  const closed = consentRefusals(asking)
  if (closed.length > 0) return refused(...closed)
  if (state.screening.failed) return refused(refuse('alreadyScreenFailed'))
  const { encounter, day, reason, correction } = command
  const before = encounter === undefined ? undefined : state.encounters[encounter]
  if (encounter !== undefined && (unscheduledNumber(encounter) === undefined || before?.visit === undefined))
    return refused(at('encounter', refuse('encounterUnknown')))
  const id = encounter ?? nextId(state)
  const since = consentDay(state)
  const wrong = [
    ...pastDay(day, 'day', context.today),
    ...(since !== undefined && day < since ? [at('day', refuse('dayBeforeConsent', { day: since }))] : []),
    ...words(reason, 'reason'),
    ...formRefusals(asking, id, command.forms),
    ...(before === undefined ? [] : words(correction, 'correction')),
    ...((unscheduledNumber(id) ?? 0) > mostVisits ? [refuse('unscheduledTooMany')] : []),
  ]
  if (wrong.length > 0) return refused(...wrong)
  const forms = study.compiled.unscheduled.forms.filter((form) => command.forms.includes(form))
  const same =
    before?.visit?.day === day && before.visit.reason === tidy(reason) && before.forms?.join() === forms.join()
  if (same) return refused(refuse('nothingToRecord'))
  return {
    ok: true,
    events: [
      {
        type: 'UnscheduledVisitTookPlace',
        ...stamp(context),
        encounter: id,
        day,
        reason: tidy(reason),
        forms,
        ...(before === undefined ? {} : { correction: tidy(correction ?? '') }),
      },
    ],
  }
}

function formRefusals({ study, state }: Asking, encounter: string, chosen: readonly string[]): Refusals {
  const allowed = study.compiled.unscheduled?.forms ?? []
  if (chosen.length === 0) return [at('forms', refuse('unscheduledFormsMissing'))]
  const foreign = chosen.filter((form) => !allowed.includes(form) || !isForBlinded(study.form(form)))
  if (foreign.length > 0) return [at('forms', refuse('formUnknown'))]
  const filled = allowed.filter((form) => state.forms[formKey(encounter, form)] && !chosen.includes(form))
  return filled.map((form) => at('forms', refuse('unscheduledFormFilled', { title: study.form(form).title })))
}
