import { isDate, type Study } from '@trialwright/protocol'
import type { StudyContext } from '../context.ts'
import { stamp } from '../participant/asking.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import type { StudyDecision } from '../study/decide.ts'
import type { StudyState } from '../study/state.ts'
import { pastDay, tidy, words } from '../typed.ts'
import type { RecordTraining, WithdrawTraining } from './commands.ts'
import { initialDelegation } from './state.ts'

export function recordTraining(
  { compiled }: Study,
  _: StudyState,
  { people, training, day, evidence, expires }: RecordTraining,
  context: StudyContext,
): StudyDecision {
  const needed = compiled.training?.find(({ id }) => id === training)
  if (!needed) return refused(at('training', refuse('trainingUnknown')))
  const chosen = [...new Set(people)]
  const found = chosen.flatMap((account) => context.people?.find((one) => one.account === account) ?? [])
  const { actor, today } = context
  const ours = found.every(({ grants }) => actor.site === null || grants.some(({ site }) => site === actor.site))
  const wrong = [
    ...(found.length === 0 || found.length < chosen.length || !ours ? [at('people', refuse('personNotAtSite'))] : []),
    ...(chosen.includes(actor.account) ? [at('people', refuse('trainingOwn'))] : []),
    ...pastDay(day, 'day', today),
    ...words(evidence, 'evidence', 200),
    ...expiryRefusals(day, expires),
  ]
  if (wrong.length > 0) return refused(...wrong)
  const event = {
    people: found.map(({ account, name }) => ({ account, name })),
    training,
    ...(needed.eachVersion ? { protocolVersion: compiled.version } : {}),
    day,
    evidence: tidy(evidence),
    ...(expires === undefined ? {} : { expires }),
  }
  return { ok: true, events: [{ type: 'TrainingRecorded', ...stamp(context), ...event }] }
}

function expiryRefusals(day: string, expires: string | undefined) {
  if (expires === undefined) return []
  if (!isDate(expires)) return [at('expires', refuse('dateInvalid'))]
  return expires < day ? [at('expires', refuse('spanBackwards'))] : []
}

export function withdrawTraining(
  { delegation = initialDelegation }: StudyState,
  { record, reason }: WithdrawTraining,
  context: StudyContext,
): StudyDecision {
  const found = delegation.training.find(({ id }) => id === record)
  const { actor } = context
  if (!found || found.withdrawn) return refused(at('record', refuse('trainingNotRecorded')))
  if (actor.site !== null && found.by.account !== actor.account) return refused(refuse('roleMayNot'))
  const wrong = words(reason, 'reason')
  if (wrong.length > 0) return refused(...wrong)
  return { ok: true, events: [{ type: 'TrainingWithdrawn', ...stamp(context), record, reason: tidy(reason) }] }
}
