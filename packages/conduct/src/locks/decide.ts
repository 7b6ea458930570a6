import { deviationsOf, present } from '../deviations/compute.ts'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { schedule } from '../participant/schedule.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { signatureOf, signatureRefusals } from '../signatures/signature.ts'
import { maybeWords, tidy, words } from '../typed.ts'
import { closuresOf, correctionOf } from './closed.ts'
import type {
  ApproveCorrection,
  FreezeData,
  LockData,
  ProposeCorrection,
  UnfreezeData,
  UnlockData,
  WithdrawCorrection,
} from './commands.ts'
import { type Extent, extentKey, sayExtent } from './extent.ts'
import { openIn, sayOpen, stillOpen } from './open.ts'

/** A place of the study, and a reason in words. */
const asked = (
  { study }: Asking,
  { extent, reason }: { readonly extent: Extent; readonly reason: string },
): Refusals =>
  sayExtent(study, extent) === undefined ? [at('extent', refuse('placeUnknown'))] : words(reason, 'reason')

const here = ({ state }: Asking, extent: Extent) => state.locks.closed[extentKey(extent)]

export function freezeData(asking: Asking, command: FreezeData): Decision {
  const wrong = asked(asking, command)
  if (wrong.length > 0) return refused(...wrong)
  const { extent, reason } = command
  if (closuresOf(asking, extent).length > 0) return refused(refuse('alreadyClosed'))
  return { ok: true, events: [{ type: 'DataFrozen', ...stamp(asking.context), extent, reason: tidy(reason) }] }
}

export function unfreezeData(asking: Asking, command: UnfreezeData): Decision {
  const wrong = asked(asking, command)
  if (wrong.length > 0) return refused(...wrong)
  const { extent, reason } = command
  if (here(asking, extent)?.kind !== 'frozen') return refused(refuse('notFrozenHere'))
  return { ok: true, events: [{ type: 'DataUnfrozen', ...stamp(asking.context), extent, reason: tidy(reason) }] }
}

/** Final: nothing may be open, or somebody says why it is locked all the same. */
export function lockData(asking: Asking, command: LockData): Decision {
  const { study, state, context } = asking
  const wrong = [...asked(asking, command), ...maybeWords(command.override, 'override')]
  if (wrong.length > 0) return refused(...wrong)
  const { extent, reason } = command
  if (closuresOf(asking, extent).some(({ kind }) => kind === 'locked')) return refused(refuse('alreadyClosed'))
  const deviations = present(deviationsOf(study, state, context), context.today)
  const encounters = schedule(study, state, context.today, context.ranges)
  const open = stillOpen(openIn({ study, state, deviations }, encounters, extent))
  const override = tidy(command.override ?? '')
  if (open.length > 0 && override === '') return refused(at('override', refuse('lockHasOpen', { what: sayOpen(open) })))
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  const overridden = open.length > 0 ? { overridden: { reason: override, open } } : {}
  return { ok: true, events: [{ type: 'DataLocked', ...stamp(context), extent, reason: tidy(reason), ...overridden }] }
}

export function unlockData(asking: Asking, command: UnlockData): Decision {
  const wrong = asked(asking, command)
  if (wrong.length > 0) return refused(...wrong)
  const { extent, reason } = command
  if (here(asking, extent)?.kind !== 'locked') return refused(refuse('notLockedHere'))
  const unproven = signatureRefusals(asking.context)
  if (unproven.length > 0) return refused(...unproven)
  return { ok: true, events: [{ type: 'DataUnlocked', ...stamp(asking.context), extent, reason: tidy(reason) }] }
}

/** For a form that is filled in and closed for good: by the lock of the database, of the site, or of anything it is part of. */
export function proposeCorrection(asking: Asking, { encounter, form, reason }: ProposeCorrection): Decision {
  const wrong = asked(asking, { extent: { encounter, form }, reason })
  if (wrong.length > 0) return refused(...wrong)
  const isLocked =
    asking.context.studyState.locked !== undefined ||
    closuresOf(asking, { encounter, form }).some(({ kind }) => kind === 'locked')
  if (!isLocked) return refused(refuse('nothingLocked'))
  if (correctionOf(asking, { encounter, form })) return refused(refuse('correctionAsked'))
  const event = { ...stamp(asking.context), encounter, form, reason: tidy(reason) }
  return { ok: true, events: [{ type: 'CorrectionProposed', ...event }] }
}

export function approveCorrection(asking: Asking, { encounter, form }: ApproveCorrection): Decision {
  const { context } = asking
  const correction = correctionOf(asking, { encounter, form })
  if (!correction) return refused(refuse('correctionNotAsked'))
  if (correction.approved) return refused(refuse('correctionApproved'))
  const unproven = signatureRefusals(context)
  if (unproven.length > 0) return refused(...unproven)
  const signature = signatureOf(context, 'approvesCorrection')
  return { ok: true, events: [{ type: 'CorrectionApproved', ...stamp(context), encounter, form, signature }] }
}

export function withdrawCorrection(asking: Asking, { encounter, form, reason }: WithdrawCorrection): Decision {
  if (!correctionOf(asking, { encounter, form })) return refused(refuse('correctionNotAsked'))
  const missing = words(reason, 'reason')
  if (missing.length > 0) return refused(...missing)
  const event = { ...stamp(asking.context), encounter, form, reason: tidy(reason) }
  return { ok: true, events: [{ type: 'CorrectionWithdrawn', ...event }] }
}
