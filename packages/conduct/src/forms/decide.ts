import { once, stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { factsOf, recordNow } from '../participant/facts.ts'
import { concerns, isOpen } from '../encounters/plan.ts'
import { closedRefusals } from '../locks/closed.ts'
import { correctionRefusals } from '../queries/decide.ts'
import { hardRefusals } from '../queries/hard.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { tidy } from '../typed.ts'
import { formsAt } from './applicable.ts'
import { fillers, isForBlinded } from './blinding.ts'
import { changesOf, readEntries, withEntries } from './change.ts'
import type { RecordForm } from './commands.ts'
import type { FormRecorded } from './events.ts'
import { headingOf } from './heading.ts'
import { formKey } from './state.ts'

/**
 * What stands in the way of filling the form in at all. After withdrawal, a screen failure or a missed visit nothing new is
 * collected, but what was recorded may still be corrected.
 */
export function recordingRefusals(asking: Asking, encounterId: string, formId: string): Refusals {
  const { study, state, context } = asking
  const encounter = study.findEncounter(encounterId)
  if (!encounter) return [at('encounter', refuse('encounterUnknown'))]
  const form = encounter.forms.includes(formId) ? study.form(formId) : undefined
  if (!form || !isForBlinded(form)) return [at('form', refuse('formUnknown'))]
  if (!fillers[form.filledBy].includes(context.actor.role)) return [refuse('formNotForRole')]
  const closed = closedRefusals(asking, { encounter: encounterId, form: formId })
  if (closed.length > 0) return closed
  if (state.consent.given.length === 0) return [refuse('consentMissing')]
  if (state.forms[formKey(encounterId, formId)]) return []
  if (state.consent.withdrawn?.scope === 'everything') return [refuse('consentWithdrawn')]
  if (state.screening.failed) return [refuse('alreadyScreenFailed')]
  if (state.encounters[encounterId]?.missed) return [refuse('visitMissed')]
  if (encounter.contact === 'log') return []
  if (encounter.contact === 'unscheduled')
    return state.encounters[encounterId]?.visit ? [] : [at('encounter', refuse('encounterUnknown'))]
  if (!isOpen(study, state, encounter)) return [at('encounter', refuse('encounterNotYetOpen'))]
  const record = recordNow(asking)
  const due = concerns(study, encounter, record) && formsAt(study, encounter, record).some(({ id }) => id === formId)
  return due ? [] : [at('encounter', refuse('encounterNotApplicable'))]
}

export function recordForm(asking: Asking, command: RecordForm): Decision {
  const { study, state, context } = asking
  const closed = recordingRefusals(asking, command.encounter, command.form)
  if (closed.length > 0) return refused(...closed)
  const form = study.form(command.form)
  const before = state.forms[formKey(command.encounter, command.form)]
  if ((before?.version ?? 0) !== command.expectedVersion) return refused(at('expectedVersion', refuse('formChanged')))

  const isLog = study.encounter(command.encounter).contact === 'log'
  const heading = headingOf(asking, command, form, before, isLog)
  const read = readEntries(asking, command, form, before)
  const linked = correctionRefusals(asking, command.encounter, form.id, command.queries ?? {})
  const unreadable = [...heading.refusals, ...read.refusals, ...linked]
  if (unreadable.length > 0) return refused(...unreadable)

  // The answers that decide whether an item concerns the participant may come in this same saving, so it is read with it.
  const after = withEntries(state, command, before, read.entries)
  const recordAfter = once(() => study.record(factsOf(after, context.today, context.ranges, command.encounter)))
  const { changes, refusals } = changesOf(asking, command, before, read.entries, recordAfter)
  if (refusals.length > 0) return refused(...refusals)
  if (changes.length === 0 && !heading.corrected) return refused(refuse('nothingToRecord'))

  const laboratory = command.laboratory === undefined ? before?.laboratory : tidy(command.laboratory)
  const event: FormRecorded = {
    type: 'FormRecorded',
    ...stamp(context),
    encounter: command.encounter,
    form: form.id,
    day: command.day,
    ...(laboratory === undefined ? {} : { laboratory }),
    ...(isLog ? { log: true } : {}),
    changes,
    ...(command.origin ? { origin: command.origin } : {}),
    ...(heading.corrected ? { corrected: heading.corrected } : {}),
  }
  const failing = hardRefusals(asking, event)
  return failing.length > 0 ? refused(...failing) : { ok: true, events: [event] }
}
