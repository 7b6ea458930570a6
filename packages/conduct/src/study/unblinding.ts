import type { StudyContext } from '../context.ts'
import { stamp } from '../participant/asking.ts'
import { refuse, refused } from '../refusals/refuse.ts'
import { signatureRefusals } from '../signatures/signature.ts'
import { words, tidy } from '../typed.ts'
import type { ProposeUnblinding } from './commands.ts'
import type { StudyDecision } from './decide.ts'
import type { StudyState } from './state.ts'

/* The end of the blind: the database is locked, one person proposes and signs, another confirms and signs. */

export function proposeUnblinding(
  state: StudyState,
  { note }: ProposeUnblinding,
  context: StudyContext,
): StudyDecision {
  if (!state.locked) return refused(refuse('databaseNotLocked'))
  if (state.unblinded) return refused(refuse('alreadyUnblinded'))
  if (state.proposed) return refused(refuse('unblindingProposed'))
  const missing = words(note, 'note')
  if (missing.length > 0) return refused(...missing)
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  return { ok: true, events: [{ type: 'UnblindingProposed', ...stamp(context), note: tidy(note) }] }
}

/** The second signature, of another person; from here on arms and delayed values may be read. */
export function confirmUnblinding(state: StudyState, context: StudyContext): StudyDecision {
  if (state.unblinded) return refused(refuse('alreadyUnblinded'))
  if (!state.locked) return refused(refuse('databaseNotLocked'))
  if (!state.proposed) return refused(refuse('unblindingNotProposed'))
  if (state.proposed.by.account === context.actor.account) return refused(refuse('secondSignatureIsFirst'))
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  return { ok: true, events: [{ type: 'UnblindingConfirmed', ...stamp(context) }] }
}
