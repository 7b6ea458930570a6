import { isDate } from '@trialwright/protocol'
import { stamp, type Asking, type Refusals } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { pastDay, tidy, words } from '../typed.ts'
import type { HoldTreatment, RecordReaction, ReleaseHold, StopTreatment } from './commands.ts'
import type { InfusionReaction } from './events.ts'
import { begun, timeRefusals } from './infuse.ts'
import { infusionsLeft } from './order.ts'

/** Safety comes first: a reaction is recorded whatever became of consent or treatment. A grave one stops treatment at once. */
export function recordReaction(asking: Asking, command: RecordReaction): Decision {
  const { study, state, context } = asking
  const { encounter, time, grade } = command
  const found = begun(asking, encounter)
  if ('refusals' in found) return refused(...found.refusals)
  const infused = found.infusion.day ?? context.today
  const day = command.day ?? infused
  const refusals = [
    ...(Number.isInteger(grade) && grade >= 1 && grade <= 5 ? [] : [at('grade', refuse('gradeInvalid'))]),
    ...words(command.signs, 'signs'),
    ...words(command.action, 'action'),
    ...pastDay(day, 'day', context.today),
    ...(isDate(day) && day < infused ? [at('day', refuse('dayBeforeInfusion'))] : []),
    ...(isDate(day) ? timeRefusals(asking, time, day, day === infused ? found.infusion.started : undefined) : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const common = stamp(context)
  const [signs, action] = [tidy(command.signs), tidy(command.action)]
  const reaction: InfusionReaction = {
    type: 'InfusionReaction',
    ...common,
    encounter,
    day,
    time: time.trim(),
    grade,
    signs,
    action,
  }
  const stops = grade >= study.compiled.infusion.stopGrade && !state.treatment.stopped
  if (!stops) return { ok: true, events: [reaction] }
  return {
    ok: true,
    events: [
      reaction,
      { type: 'TreatmentStopped', ...common, day: context.today, reason: signs, rule: 'reactionGrade' },
    ],
  }
}

/** Randomised, neither stopped nor withdrawn, with something left to give. */
function courseRefusals({ study, state }: Asking): Refusals {
  if (!state.randomisation.randomised) return [refuse('notRandomised')]
  if (state.treatment.stopped) return [refuse('treatmentStopped')]
  if (state.consent.withdrawn) return [refuse('consentWithdrawnForTreatment')]
  const running = Object.values(state.treatment.infusions).some(
    ({ status }) => status === 'running' || status === 'interrupted',
  )
  return running || infusionsLeft(study, state).length > 0 ? [] : [refuse('treatmentFinished')]
}

export function holdTreatment(asking: Asking, command: HoldTreatment): Decision {
  const closed = courseRefusals(asking)
  if (closed.length > 0) return refused(...closed)
  if (asking.state.treatment.held) return refused(refuse('treatmentHeld'))
  const missing = words(command.reason, 'reason')
  if (missing.length > 0) return refused(...missing)
  return { ok: true, events: [{ type: 'TreatmentHeld', ...stamp(asking.context), reason: tidy(command.reason) }] }
}

export function releaseHold(asking: Asking, command: ReleaseHold): Decision {
  const closed = courseRefusals(asking)
  if (closed.length > 0) return refused(...closed)
  if (!asking.state.treatment.held) return refused(refuse('treatmentNotHeld'))
  const missing = words(command.reason, 'reason')
  if (missing.length > 0) return refused(...missing)
  return { ok: true, events: [{ type: 'HoldReleased', ...stamp(asking.context), reason: tidy(command.reason) }] }
}

export function stopTreatment(asking: Asking, command: StopTreatment): Decision {
  const { study, context } = asking
  const closed = courseRefusals(asking)
  if (closed.length > 0) return refused(...closed)
  const { rule } = command
  if (rule !== undefined && !study.compiled.stops.some(({ id }) => id === rule))
    return refused(at('rule', refuse('stopRuleUnknown')))
  const missing = words(command.reason, 'reason')
  if (missing.length > 0) return refused(...missing)
  const event = {
    ...stamp(context),
    day: context.today,
    reason: tidy(command.reason),
    ...(rule === undefined ? {} : { rule }),
  }
  return { ok: true, events: [{ type: 'TreatmentStopped', ...event }] }
}
