import type { CompiledFactor, EvaluationRecord } from '@trialwright/protocol'
import type { Asking } from '../participant/asking.ts'
import { refuse, refused } from '../refusals/refuse.ts'
import type { Profile } from './methods/minimisation.ts'

/**
 * The participant's level of every factor, computed from what is stored, never typed. Exactly one level must hold: who has
 * none, two, or one that cannot be told, is not randomised.
 */
export function profileOf(
  { study, context }: Pick<Asking, 'study' | 'context'>,
  record: EvaluationRecord,
): { readonly ok: true; readonly profile: Profile } | ReturnType<typeof refused> {
  const levels = (study.compiled.randomisation.factors ?? []).map((factor) => ({
    factor,
    level: levelOf(factor, context.site, (holds) => study.condition(holds, record)),
  }))
  const missing = levels.filter(({ level }) => level === undefined)
  if (missing.length > 0)
    return refused(...missing.map(({ factor }) => refuse('factorUndecided', { title: factor.title })))
  return { ok: true, profile: Object.fromEntries(levels.map(({ factor, level }) => [factor.id, level!])) }
}

function levelOf(
  { by, levels }: CompiledFactor,
  site: string,
  answer: (holds: NonNullable<CompiledFactor['levels'][number]['holds']>) => string,
): string | undefined {
  if (by === 'site') return levels.find(({ id }) => id === site)?.id
  if (by === 'trial') return levels[0]?.id
  const answers = levels.map(({ id, holds }) => ({ id, answer: holds === undefined ? 'unknown' : answer(holds) }))
  const [one, ...more] = answers.filter((each) => each.answer === 'yes')
  return more.length === 0 && answers.every((each) => each.answer !== 'unknown') ? one?.id : undefined
}
