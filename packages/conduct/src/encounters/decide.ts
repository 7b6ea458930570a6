import { isDate, type CompiledEncounter } from '@trialwright/protocol'
import { consentRefusals } from '../consent/decide.ts'
import { consentDay } from '../consent/versions.ts'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { recordNow } from '../participant/facts.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { administering, earlierOpen, hasStarted, isFirstInfusion, laterBegun } from '../treatment/order.ts'
import { maybeWords, pastDay, tidy, words } from '../typed.ts'
import type { BookEncounter, RecordMissedVisit, RecordVisit } from './commands.ts'
import { concerns, isOpen, isWithin, planOf } from './plan.ts'

/** A planned encounter. */
export const findEncounter = ({ study }: Pick<Asking, 'study'>, id: string): CompiledEncounter | undefined =>
  study.compiled.encounters.find((encounter) => encounter.id === id)

/** The participant may come to this encounter at all. */
export function encounterRefusals(asking: Asking, encounter: CompiledEncounter): Refusals {
  const { study, state } = asking
  const consent = consentRefusals(asking)
  if (consent.length > 0) return consent
  if (state.screening.failed) return [refuse('alreadyScreenFailed')]
  if (!isOpen(study, state, encounter)) return [at('encounter', refuse('encounterNotYetOpen'))]
  return concerns(study, encounter, recordNow(asking)) ? [] : [at('encounter', refuse('encounterNotApplicable'))]
}

export function bookEncounter(asking: Asking, { encounter: id, day }: BookEncounter): Decision {
  const { state, context } = asking
  const encounter = findEncounter(asking, id)
  if (!encounter) return refused(at('encounter', refuse('encounterUnknown')))
  const closed = encounterRefusals(asking, encounter)
  if (closed.length > 0) return refused(...closed)
  if (state.encounters[id]?.visit) return refused(refuse('visitAlreadyRecorded'))
  if (state.encounters[id]?.missed) return refused(refuse('visitMissed'))
  if (!isDate(day)) return refused(at('day', refuse('dateInvalid')))
  if (day < context.today) return refused(at('day', refuse('dayInPast')))
  if (state.encounters[id]?.booked === day) return refused(at('day', refuse('nothingToRecord')))
  return { ok: true, events: [{ type: 'EncounterBooked', ...stamp(context), encounter: id, day }] }
}

export function recordVisit(asking: Asking, command: RecordVisit): Decision {
  const { state, context } = asking
  const { encounter: id, day } = command
  const encounter = findEncounter(asking, id)
  if (!encounter) return refused(at('encounter', refuse('encounterUnknown')))
  const closed = encounterRefusals(asking, encounter)
  if (closed.length > 0) return refused(...closed)
  const wrong = [...pastDay(day, 'day', context.today), ...maybeWords(command.reason, 'reason')]
  if (wrong.length > 0) return refused(...wrong)
  const since = consentDay(state)
  if (since !== undefined && day < since) return refused(at('day', refuse('dayBeforeConsent', { day: since })))

  const reason = tidy(command.reason ?? '')
  const before = state.encounters[id]
  if (before?.visit?.day === day) return refused(at('day', refuse('visitAlreadyRecorded')))
  if (before?.visit && hasStarted(state, id)) return refused(at('day', refuse('visitHasInfusion')))
  if (before?.visit && reason === '') return refused(at('reason', refuse('visitDayNeedsReason')))
  if (before?.missed && reason === '') return refused(at('reason', refuse('visitMissed')))
  const order = encounter.administers ? orderRefusals(asking, id, day) : []
  if (order.length > 0) return refused(...order)

  const plan = planOf(encounter, state)
  const inWindow = isWithin(day, plan)
  if (!inWindow && reason === '')
    return refused(at('reason', refuse('visitOutsideWindow', { from: plan.from ?? '', to: plan.to ?? '' })))
  const said = reason === '' ? {} : { reason }
  return { ok: true, events: [{ type: 'VisitTookPlace', ...stamp(context), encounter: id, day, inWindow, ...said }] }
}

/** Infusion visits come in the protocol's order, on different days. */
function orderRefusals({ study, state }: Asking, encounter: string, day: string): Refusals {
  if (laterBegun(study, state, encounter)) return [refuse('afterLaterVisit')]
  const open = earlierOpen(study, state, encounter, day)
  if (open) return [refuse('earlierInfusionOpen', { title: open.title })]
  const order = administering(study).map(({ id }) => id)
  const last = order
    .slice(0, order.indexOf(encounter))
    .flatMap((id) => state.encounters[id]?.visit?.day ?? [])
    .toSorted()
    .at(-1)
  return last !== undefined && day <= last ? [at('day', refuse('beforeEarlierVisit', { day: last }))] : []
}

export function recordMissedVisit(asking: Asking, command: RecordMissedVisit): Decision {
  const { study, state, context } = asking
  const { encounter: id } = command
  const encounter = findEncounter(asking, id)
  if (!encounter) return refused(at('encounter', refuse('encounterUnknown')))
  const closed = encounterRefusals(asking, encounter)
  if (closed.length > 0) return refused(...closed)
  if (state.encounters[id]?.visit) return refused(refuse('visitAlreadyRecorded'))
  if (state.encounters[id]?.missed) return refused(refuse('alreadyMissed'))
  if (isFirstInfusion(study, id)) return refused(refuse('firstInfusionCannotBeMissed'))
  const { from } = planOf(encounter, state)
  if (from !== undefined && context.today < from) return refused(refuse('missedTooEarly', { from }))
  const missing = words(command.reason, 'reason')
  if (missing.length > 0) return refused(...missing)
  return { ok: true, events: [{ type: 'VisitMissed', ...stamp(context), encounter: id, reason: tidy(command.reason) }] }
}
