import type { Refusal, Study } from '@trialwright/protocol'
import type { StudyContext } from '../context.ts'
import { sayOpen, stillOpen } from '../locks/open.ts'
import { stamp } from '../participant/asking.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { signatureRefusals } from '../signatures/signature.ts'
import { maybeWords, tidy, words } from '../typed.ts'
import type { FreezeSites, LockDatabase, LockSite, ProposeUnlock, UnfreezeSites, UnlockSite } from './commands.ts'
import type { StudyDecision } from './decide.ts'
import type { Overridden } from './events.ts'
import type { StudyState } from './state.ts'

/* Freezing and locking the data of a site and of the whole study; what is within a participant stands in `locks`. */

const opened = (state: StudyState): readonly Refusal[] => {
  if (!state.opened) return [refuse('studyNotOpen')]
  return state.locked ? [refuse('databaseLocked')] : []
}

const known = ({ compiled }: Study, site: string | undefined): readonly Refusal[] =>
  site === undefined || compiled.sites.some(({ id }) => id === site) ? [] : [at('site', refuse('siteUnknown'))]

const closureOf = ({ closed }: StudyState, site: string | undefined) =>
  site === undefined ? closed?.study : closed?.sites[site]

export function freezeSites(
  study: Study,
  state: StudyState,
  { site, reason }: FreezeSites,
  context: StudyContext,
): StudyDecision {
  const wrong = [...opened(state), ...known(study, site), ...words(reason, 'reason')]
  if (wrong.length > 0) return refused(...wrong)
  if (state.closed?.study ?? closureOf(state, site)) return refused(refuse('alreadyClosed'))
  return { ok: true, events: [{ type: 'SitesFrozen', ...stamp(context), ...named(site), reason: tidy(reason) }] }
}

export function unfreezeSites(
  study: Study,
  state: StudyState,
  { site, reason }: UnfreezeSites,
  context: StudyContext,
): StudyDecision {
  const wrong = [...opened(state), ...known(study, site), ...words(reason, 'reason')]
  if (wrong.length > 0) return refused(...wrong)
  if (closureOf(state, site)?.kind !== 'frozen') return refused(refuse('notFrozenHere'))
  return { ok: true, events: [{ type: 'SitesUnfrozen', ...stamp(context), ...named(site), reason: tidy(reason) }] }
}

const named = (site: string | undefined) => (site === undefined ? {} : { site })

/** Final: nothing may be open, or somebody says why it is locked all the same. */
export function lockSite(
  study: Study,
  state: StudyState,
  { site, reason, override }: LockSite,
  context: StudyContext,
): StudyDecision {
  const wrong = [...opened(state), ...known(study, site), ...words(reason, 'reason')]
  if (wrong.length > 0) return refused(...wrong)
  if (closureOf(state, site)?.kind === 'locked') return refused(refuse('alreadyClosed'))
  const checked = checklist(override, context)
  if ('refusals' in checked) return refused(...checked.refusals)
  return { ok: true, events: [{ type: 'SiteLocked', ...stamp(context), site, reason: tidy(reason), ...checked }] }
}

export function unlockSite(state: StudyState, { site, reason }: UnlockSite, context: StudyContext): StudyDecision {
  const wrong = [...opened(state), ...words(reason, 'reason')]
  if (wrong.length > 0) return refused(...wrong)
  if (closureOf(state, site)?.kind !== 'locked') return refused(refuse('notLockedHere'))
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  return { ok: true, events: [{ type: 'SiteUnlocked', ...stamp(context), site, reason: tidy(reason) }] }
}

/** Closes every participant's data for good, as far as anybody blinded may still be influenced (R3-07). */
export function lockDatabase(
  state: StudyState,
  { note, override }: LockDatabase,
  context: StudyContext,
): StudyDecision {
  const wrong = [...opened(state), ...words(note, 'note')]
  if (wrong.length > 0) return refused(...wrong)
  const checked = checklist(override, context)
  if ('refusals' in checked) return refused(...checked.refusals)
  return { ok: true, events: [{ type: 'DatabaseLocked', ...stamp(context), note: tidy(note), ...checked }] }
}

/** Nothing open, or a reason that is kept with the list of what was; then the signature. */
function checklist(
  override: string | undefined,
  context: StudyContext,
): { readonly overridden?: Overridden } | { readonly refusals: readonly Refusal[] } {
  const open = stillOpen(context.open ?? [])
  const reason = tidy(override ?? '')
  if (open.length > 0 && reason === '')
    return { refusals: [at('override', refuse('lockHasOpen', { what: sayOpen(open) }))] }
  const refusals = [...maybeWords(override, 'override'), ...signatureRefusals(context)]
  if (refusals.length > 0) return { refusals }
  return open.length > 0 ? { overridden: { reason, open } } : {}
}

/** Before the blind has ended only: afterwards a form at a time is corrected, with the investigator's approval (R3-09). */
export function proposeUnlock(state: StudyState, { note }: ProposeUnlock, context: StudyContext): StudyDecision {
  if (!state.locked) return refused(refuse('databaseNotLocked'))
  if (state.unblinded) return refused(refuse('unblindedStaysLocked'))
  if (state.unlockProposed) return refused(refuse('unlockProposed'))
  const wrong = words(note, 'note')
  if (wrong.length > 0) return refused(...wrong)
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  return { ok: true, events: [{ type: 'UnlockProposed', ...stamp(context), note: tidy(note) }] }
}

export function confirmUnlock(state: StudyState, context: StudyContext): StudyDecision {
  if (!state.locked) return refused(refuse('databaseNotLocked'))
  if (state.unblinded) return refused(refuse('unblindedStaysLocked'))
  if (!state.unlockProposed) return refused(refuse('unlockNotProposed'))
  if (state.unlockProposed.by.account === context.actor.account) return refused(refuse('secondSignatureIsFirst'))
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  return { ok: true, events: [{ type: 'DatabaseUnlocked', ...stamp(context) }] }
}
