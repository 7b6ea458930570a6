import { evolveParticipant, factsOf, initialParticipant, type ParticipantState } from '@trialwright/conduct'
import type { Facts, LaboratoryRange } from '@trialwright/protocol'
import { type EventLine, of, stateOf, type Told } from './events.ts'

/** What was known of a participant before an event of the open stream, put together from the exported events alone. */
export function factsAt(told: Told, ranges: readonly LaboratoryRange[], until = Infinity, visit?: string): Facts {
  const { open } = told
  const before = open.filter(({ version }) => version < until)
  // Not every event has a day of its own: then it is of the day of the last that has.
  const today = String(
    open.find(({ version }) => version === until)?.day ?? before.findLast(({ day }) => day)?.day ?? '',
  )
  const state = before.length === open.length ? stateOf(told) : stateAfter(told, before)
  return factsOf(state, today, ranges, visit)
}

const lasts = new WeakMap<Told['open'], { readonly count: number; readonly state: ParticipantState }>()

/** Asked of one participant from the first to the last event, it goes on from where it was. */
function stateAfter({ open }: Told, before: readonly EventLine[]): ParticipantState {
  const known = lasts.get(open)
  const from = known && known.count <= before.length ? known : { count: 0, state: initialParticipant }
  const state = before.slice(from.count).reduce((now, event) => evolveParticipant(now, event as never), from.state)
  lasts.set(open, { count: before.length, state })
  return state
}

/** The laboratories' limits as they were recorded. */
export const rangesIn = (events: readonly EventLine[]): readonly LaboratoryRange[] =>
  of(events, 'LaboratoryRangesRecorded').flatMap((event) => event['ranges'] as readonly LaboratoryRange[])
