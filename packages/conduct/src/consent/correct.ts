import { stamp, type Asking } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { maybeWords, pastDay, tidy, words } from '../typed.ts'
import type { CorrectConsentDay, RecordDeclined } from './commands.ts'
import { versionInForce } from './versions.ts'

/** A registered person says no. Nobody has to give a reason, and a later yes is a consent like any other. */
export function recordDeclined({ state, context }: Asking, { day, reason }: RecordDeclined): Decision {
  const { consent } = state
  if (consent.given.length > 0) return refused(refuse('alreadyConsented'))
  if (consent.declined) return refused(refuse('alreadyDeclined'))
  const wrong = [...pastDay(day, 'day', context.today), ...maybeWords(reason, 'reason')]
  if (wrong.length > 0) return refused(...wrong)
  return { ok: true, events: [{ type: 'ConsentDeclined', ...stamp(context), day, reason: tidy(reason) }] }
}

/**
 * The day of a consent was recorded wrongly. What was done before the right day is not hindered: that it came too early shows
 * where it is computed.
 */
export function correctConsentDay(asking: Asking, { version, day, reason }: CorrectConsentDay): Decision {
  const { study, state, context } = asking
  const { given } = state.consent
  const index = given.findLastIndex((each) => each.version === version)
  const last = given[index]
  if (last === undefined) return refused(at('version', refuse('consentNotGiven')))
  const wrong = [...pastDay(day, 'day', context.today), ...words(reason, 'reason')]
  if (wrong.length > 0) return refused(...wrong)
  if (day === last.day) return refused(at('day', refuse('nothingToRecord')))
  const inForce = versionInForce(study.compiled, day)
  if (!inForce) return refused(at('day', refuse('noConsentInForce')))
  if (inForce.id !== version) return refused(at('day', refuse('consentVersionNotInForce', { version: inForce.id })))
  const before = given[index - 1]?.day
  if (before !== undefined && day < before) return refused(at('day', refuse('dayBeforeConsent', { day: before })))
  const after = given[index + 1]?.day
  if (after !== undefined && day > after) return refused(at('day', refuse('dayAfterConsent', { day: after })))
  return {
    ok: true,
    events: [
      {
        type: 'ConsentDayCorrected',
        ...stamp(context),
        consentVersion: version,
        day,
        previous: last.day,
        reason: tidy(reason),
      },
    ],
  }
}
