import type { Study } from '@trialwright/protocol'
import type { Context, Refused } from '../context.ts'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import { rightRefusals } from '../participant/decide.ts'
import type { ParticipantEvent } from '../participant/events.ts'
import type { ParticipantState } from '../participant/state.ts'
import { refuse, refused } from '../refusals/refuse.ts'
import { tidy, words } from '../typed.ts'
import type { BreakCode, ReconcileEnvelopeOpening, UnblindForSafety } from './commands.ts'
import type { CodeBreakRecorded } from './events.ts'
import { armRefusals } from './namesArm.ts'
import type { CodeBroken, SafetyUnblinded, WithoutArm } from './sealedEvents.ts'

/** One decision, two streams: what the site may know, and the act that the database completes with the arm. */
export type CodeBreakDecision =
  | {
      readonly ok: true
      readonly blinded: readonly ParticipantEvent[]
      readonly sealed: WithoutArm<CodeBroken | SafetyUnblinded>
    }
  | Refused

export type CodeBreakCommand = BreakCode | ReconcileEnvelopeOpening | UnblindForSafety

export function decideCodeBreak(
  study: Study,
  state: ParticipantState,
  command: CodeBreakCommand,
  context: Context,
): CodeBreakDecision {
  const notYours = rightRefusals(command.type, context.actor, context.site)
  if (notYours.length > 0) return refused(...notYours)
  if (!state.randomisation.randomised) return refused(refuse('notRandomised'))
  const asking = { study, state, context }
  if (command.type === 'breakCode') return breakCode(asking, command)
  return command.type === 'unblindForSafety' ? unblindForSafety(asking, command) : reconcile(asking, command)
}

/** Short enough to be read at a glance, and to keep sealed records of one size. */
const most = 500

const saidWell = ({ study }: Asking, note: string): Refusals => {
  const missing = words(note, 'note', most)
  return missing.length > 0 ? missing : armRefusals(study, 'note', note)
}

function breakCode(asking: Asking, { reason, note }: BreakCode): CodeBreakDecision {
  const refusals = saidWell(asking, note)
  if (refusals.length > 0) return refused(...refusals)
  if (!asking.context.passwordChecked) return refused(refuse('passwordNotChecked'))
  return broken(asking, { reason, note: tidy(note), source: 'server' })
}

function reconcile(asking: Asking, { opening }: ReconcileEnvelopeOpening): CodeBreakDecision {
  const { state } = asking
  const { id, by, at, reason, note } = opening
  if (opening.participant !== state.consent.code) return refused(refuse('openingOfAnother'))
  if (state.unblinding.codeBreaks.some(({ opened }) => opened?.id === id)) return refused(refuse('openingReconciled'))
  const refusals = [...saidWell(asking, note), ...words(by, 'by', 200)]
  if (refusals.length > 0) return refused(...refusals)
  return broken(asking, { reason, note: tidy(note), source: 'envelope', opened: { id, by: tidy(by), at } })
}

type Why = Pick<CodeBreakRecorded, 'reason' | 'note' | 'source' | 'opened'>

/** Who treats a participant whose arm is known is no longer blind: study treatment ends with it, unless the study lets it go on. */
function broken({ study, state, context }: Asking, why: Why): CodeBreakDecision {
  const common = stamp(context)
  const stop = {
    type: 'TreatmentStopped' as const,
    ...common,
    day: context.today,
    reason: why.note,
    rule: 'unblinded',
  }
  const stops = study.compiled.codeBreak.treatment === 'stop' && !state.treatment.stopped
  return {
    ok: true,
    blinded: [{ type: 'CodeBreakRecorded', ...common, ...why }, ...(stops ? [stop] : [])],
    sealed: { type: 'CodeBroken', ...common, participant: state.consent.code, ...why },
  }
}

function unblindForSafety(asking: Asking, { note }: UnblindForSafety): CodeBreakDecision {
  const { state, context } = asking
  const missing = words(note, 'note', most)
  if (missing.length > 0) return refused(...missing)
  if (!context.passwordChecked) return refused(refuse('passwordNotChecked'))
  const act = { ...stamp(context), participant: state.consent.code, note: tidy(note) }
  return { ok: true, blinded: [], sealed: { type: 'SafetyUnblinded', ...act } }
}
