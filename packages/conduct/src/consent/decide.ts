import type { Asking, Refusals } from '../participant/asking.ts'
import { stamp } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { infusionsLeft } from '../treatment/order.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { inclusionRefusals } from '../study/approvals.ts'
import { maybeWords, pastDay, tidy } from '../typed.ts'
import type { RecordConsent, RegisterParticipant, WithdrawConsent } from './commands.ts'
import type { ConsentWithdrawn } from './events.ts'
import { versionInForce } from './versions.ts'

export function registerParticipant({ study, state, context }: Asking, command: RegisterParticipant): Decision {
  if (state.consent.registered) return refused(refuse('alreadyRegistered'))
  if (!study.compiled.sites.some(({ id }) => id === command.site)) return refused(at('site', refuse('siteUnknown')))
  const notYet = inclusionRefusals(study.compiled, context.studyState, command.site)
  if (notYet.length > 0) return refused(...notYet.map((refusal) => at('site', refusal)))
  if (!/^[A-ZÆØÅ0-9]{1,16}-\d{3,6}$/.test(command.code)) return refused(at('code', refuse('codeInvalid')))
  const { code, site } = command
  return { ok: true, events: [{ type: 'ParticipantRegistered', ...stamp(context), code, site, day: context.today }] }
}

export function recordConsent({ study, state, context }: Asking, { version, day }: RecordConsent): Decision {
  const { consent, screening } = state
  if (consent.withdrawn?.scope === 'everything') return refused(refuse('consentWithdrawn'))
  if (screening.failed) return refused(refuse('alreadyScreenFailed'))
  const wrongDay = pastDay(day, 'day', context.today)
  if (wrongDay.length > 0) return refused(...wrongDay)
  if (!study.compiled.consent.some(({ id }) => id === version))
    return refused(at('version', refuse('consentVersionUnknown')))
  const inForce = versionInForce(study.compiled, day)
  if (!inForce) return refused(at('day', refuse('noConsentInForce')))
  if (inForce.id !== version) return refused(at('version', refuse('consentVersionNotInForce', { version: inForce.id })))
  const last = consent.given.at(-1)
  if (last !== undefined && day < last.day) return refused(at('day', refuse('dayBeforeConsent', { day: last.day })))
  const ofThisScreening = consent.given.slice(screening.restarted?.consentsBefore ?? 0)
  if (ofThisScreening.some((given) => given.version === version))
    return refused(at('version', refuse('consentAlreadyGiven')))
  return { ok: true, events: [{ type: 'ConsentGiven', ...stamp(context), consentVersion: version, day }] }
}

/** Withdrawing is never made hard: no reason is asked for. */
export function withdrawConsent({ study, state, context }: Asking, command: WithdrawConsent): Decision {
  const { consent, randomisation, treatment } = state
  const { day, scope } = command
  const first = consent.given[0]
  if (!first) return refused(refuse('consentMissing'))
  if (consent.withdrawn?.scope === 'everything') return refused(refuse('consentWithdrawn'))
  if (consent.withdrawn?.scope === scope) return refused(refuse('consentWithdrawnForTreatment'))
  if (scope === 'treatment' && !randomisation.randomised) return refused(at('scope', refuse('notRandomised')))
  const wrong = [...pastDay(day, 'day', context.today), ...maybeWords(command.reason, 'reason')]
  if (wrong.length > 0) return refused(...wrong)
  if (day < first.day) return refused(at('day', refuse('dayBeforeConsent', { day: first.day })))
  const reason = tidy(command.reason)
  const withdrawn: ConsentWithdrawn = { type: 'ConsentWithdrawn', ...stamp(context), day, scope, reason }
  const treated = randomisation.randomised && !treatment.stopped && infusionsLeft(study, state).length > 0
  if (!treated) return { ok: true, events: [withdrawn] }
  return {
    ok: true,
    events: [withdrawn, { type: 'TreatmentStopped', ...stamp(context), day, reason, rule: 'withdrawal' }],
  }
}

/** Consent given and not withdrawn; what everything after registration needs. */
export function consentRefusals({ state }: Asking): Refusals {
  if (state.consent.given.length === 0) return [refuse('consentMissing')]
  return state.consent.withdrawn?.scope === 'everything' ? [refuse('consentWithdrawn')] : []
}

/** And to the version in force today. */
export function currentConsentRefusals(asking: Asking): Refusals {
  const { study, state, context } = asking
  const refusals = consentRefusals(asking)
  if (refusals.length > 0) return refusals
  const version = versionInForce(study.compiled, context.today)?.id ?? ''
  return state.consent.given.at(-1)?.version === version ? [] : [refuse('consentOutdated', { version })]
}
