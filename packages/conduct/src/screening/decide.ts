import { alike } from '../alike.ts'
import { consentRefusals } from '../consent/decide.ts'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { recordNow } from '../participant/facts.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { signatureOf, signatureRefusals } from '../signatures/signature.ts'
import { maybeWords, tidy, words } from '../typed.ts'
import type { RecordScreenFailure, StartRescreening } from './commands.ts'
import { eligibilityRefusals, snapshotOf } from './eligible.ts'

/** Consented, not yet randomised, screening not ended. */
export function screeningOpenRefusals(asking: Asking): Refusals {
  const { randomisation, screening } = asking.state
  if (randomisation.randomised) return [refuse('alreadyRandomised')]
  const consent = consentRefusals(asking)
  if (consent.length > 0) return consent
  return screening.failed ? [refuse('alreadyScreenFailed')] : []
}

export function confirmEligibility(asking: Asking): Decision {
  const { study, state, context } = asking
  const closed = screeningOpenRefusals(asking)
  if (closed.length > 0) return refused(...closed)
  const record = recordNow(asking)
  const standing = eligibilityRefusals(study, record)
  if (standing.length > 0) return refused(...standing)
  const criteria = snapshotOf(asking, record)
  const { confirmed } = state.screening
  if (confirmed && alike(confirmed.criteria, criteria)) return refused(refuse('eligibilityAlreadyConfirmed'))
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  const signature = signatureOf(context, 'confirmsEligibility')
  return {
    ok: true,
    events: [{ type: 'EligibilityConfirmed', ...stamp(context), day: context.today, criteria, signature }],
  }
}

/** Ends screening with the criteria that failed, computed; without one, somebody has to say why. */
export function recordScreenFailure(asking: Asking, command: RecordScreenFailure): Decision {
  const { study, context } = asking
  const closed = screeningOpenRefusals(asking)
  if (closed.length > 0) return refused(...closed)
  const unreadable = maybeWords(command.note, 'note')
  if (unreadable.length > 0) return refused(...unreadable)
  const criteria = study
    .criteria(recordNow(asking))
    .filter(({ standing }) => standing === 'notMet')
    .map(({ id }) => id)
  const note = tidy(command.note)
  if (criteria.length === 0 && note === '') return refused(at('note', refuse('screenFailureUnexplained')))
  return { ok: true, events: [{ type: 'ScreenFailed', ...stamp(context), day: context.today, criteria, note }] }
}

export function startRescreening(asking: Asking, command: StartRescreening): Decision {
  const { state, context } = asking
  if (state.randomisation.randomised) return refused(refuse('alreadyRandomised'))
  const consent = consentRefusals(asking)
  if (consent.length > 0) return refused(...consent)
  if (!state.screening.failed) return refused(refuse('notScreenFailed'))
  const missing = words(command.reason, 'reason')
  if (missing.length > 0) return refused(...missing)
  return {
    ok: true,
    events: [{ type: 'RescreeningStarted', ...stamp(context), day: context.today, reason: tidy(command.reason) }],
  }
}
