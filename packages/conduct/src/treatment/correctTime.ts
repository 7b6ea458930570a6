import { stamp, type Asking } from '../participant/asking.ts'
import type { Decision } from '../participant/decide.ts'
import { at, refuse, refused } from '../refusals/refuse.ts'
import { tidy, words } from '../typed.ts'
import type { CorrectInfusionTime } from './commands.ts'
import { begun, timeRefusals } from './infuse.ts'
import { moveTime, timesOf, type InfusionState, type Moment } from './state.ts'

/** A wrong time of an infusion is set right, with a reason; nothing else of its record is touched. */
export function correctInfusionTime(asking: Asking, command: CorrectInfusionTime): Decision {
  const { encounter, moment, number = 1 } = command
  const found = begun(asking, encounter)
  if ('refusals' in found) return refused(...found.refusals)
  const { infusion } = found
  const previous = timesOf(infusion, moment)[number - 1]
  if (previous === undefined) return refused(at('moment', refuse('infusionMomentMissing')))
  const time = command.time.trim()
  const wrong = [
    ...timeRefusals(asking, time, infusion.day ?? asking.context.today),
    ...words(command.reason, 'reason'),
  ]
  if (wrong.length > 0) return refused(...wrong)
  if (time === previous) return refused(at('time', refuse('nothingToRecord')))
  if (!isInOrder(moveTime(infusion, moment, number, time))) return refused(at('time', refuse('infusionOutOfOrder')))
  const reason = tidy(command.reason)
  return {
    ok: true,
    events: [
      { type: 'InfusionTimeCorrected', ...stamp(asking.context), encounter, moment, number, time, previous, reason },
    ],
  }
}

/** It starts first, each pause ends before the next begins, and it ends last; it may be watched after it has ended. */
function isInOrder(infusion: InfusionState): boolean {
  const all = (moment: Moment) => timesOf(infusion, moment)
  const [start = ''] = all('start')
  const pauses = infusion.interruptions.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))
  const course = [start, ...pauses, ...all('end')]
  const inTurn = (times: readonly string[]) =>
    times.every((time, index) => index === 0 || time >= (times[index - 1] ?? ''))
  return inTurn(course) && inTurn([start, ...all('observation')])
}
