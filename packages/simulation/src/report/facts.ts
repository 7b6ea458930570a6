import { factsOf, participantOf } from '@trialwright/conduct'
import type { Facts, LaboratoryRange } from '@trialwright/protocol'
import { type EventLine, of, type Told } from './events.ts'

/** What was known of a participant before an event of the open stream, put together from the exported events alone. */
export function factsAt({ open }: Told, ranges: readonly LaboratoryRange[], until = Infinity, visit?: string): Facts {
  const before = open.filter(({ version }) => version < until)
  // Not every event has a day of its own: then it is of the day of the last that has.
  const today = String(
    open.find(({ version }) => version === until)?.day ?? before.findLast(({ day }) => day)?.day ?? '',
  )
  return factsOf(participantOf(before as never), today, ranges, visit)
}

/** The laboratories' limits as they were recorded. */
export const rangesIn = (events: readonly EventLine[]): readonly LaboratoryRange[] =>
  of(events, 'LaboratoryRangesRecorded').flatMap((event) => event['ranges'] as readonly LaboratoryRange[])
