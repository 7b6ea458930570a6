import { stamp, type Asking } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { tidy, words } from '../typed.ts'
import type { ClassifyDeviation } from './commands.ts'
import { deviationsOf, present } from './compute.ts'

export function classifyDeviation(asking: Asking, command: ClassifyDeviation): Decision {
  const { study, state, context } = asking
  const found = present(deviationsOf(study, state, context), context.today).find(({ key }) => key === command.key)
  if (!found) return refused(at('key', refuse('deviationUnknown')))
  const wrong = words(command.note, 'note')
  if (wrong.length > 0) return refused(...wrong)
  const { key, rule, day, said } = found
  const { important, effect } = command
  const before = Object.hasOwn(state.deviations, key) ? state.deviations[key] : undefined
  const note = tidy(command.note)
  if (before && before.important === important && before.effect === effect && before.note === note)
    return refused(refuse('nothingToRecord'))
  return {
    ok: true,
    events: [{ type: 'DeviationClassified', ...stamp(context), key, rule, day, said, important, effect, note }],
  }
}
