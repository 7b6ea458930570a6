import { addDuration } from '@trialwright/protocol'
import type { ParticipantData } from '../participant/data.ts'
import type { ScheduledEncounter } from '../participant/types.ts'
import { on, text } from './say.ts'
import type { Deviation } from './types.ts'

const waits = new Set<ScheduledEncounter['state']>(['upcoming', 'due', 'overdue', 'booked'])

/** Missed, late, outside the window as it is planned now, or before a visit that comes earlier in the protocol. */
export function visitDeviations(
  encounters: readonly ScheduledEncounter[],
  { encounters: held }: ParticipantData,
): readonly Deviation[] {
  const single = encounters.flatMap((encounter): readonly Deviation[] => {
    const { id, title, state, from, to, planned } = encounter
    const { missed, visit } = held[id] ?? {}
    if (missed) {
      const day = to ?? planned ?? missed.at.slice(0, 10)
      return [one('visitMissed', id, day, text(`${title.en}: ${missed.reason}`, `${title.nb}: ${missed.reason}`))]
    }
    if (visit && ((from !== undefined && visit.day < from) || (to !== undefined && visit.day > to))) {
      const why = visit.reason === undefined ? '' : `: ${visit.reason}`
      const [held_, first, last] = [on(visit.day), on(from ?? visit.day), on(to ?? visit.day)]
      return [
        one(
          'visitWindow',
          id,
          visit.day,
          text(
            `${title.en} on ${held_.en}, window ${first.en} to ${last.en}${why}`,
            `${title.nb} ${held_.nb}, vindu ${first.nb} til ${last.nb}${why}`,
          ),
        ),
      ]
    }
    if (visit === undefined && to !== undefined && waits.has(state))
      return [
        one(
          'visitLate',
          id,
          addDuration(to, { value: 1, unit: 'd' }),
          text(
            `${title.en}: the window ended on ${on(to).en}, and no visit is recorded`,
            `${title.nb}: vinduet ble stengt ${on(to).nb}, og besøket er ikke registrert`,
          ),
        ),
      ]
    return []
  })
  return [...single, ...outOfOrder(encounters)]
}

function outOfOrder(encounters: readonly ScheduledEncounter[]): readonly Deviation[] {
  const held = encounters.filter(({ day, planned }) => day !== undefined && planned !== undefined)
  const planned = held.toSorted((a, b) => (a.planned! < b.planned! ? -1 : a.planned! > b.planned! ? 1 : 0))
  return planned.flatMap((encounter, index): readonly Deviation[] => {
    const earlier = planned.slice(0, index).findLast((each) => each.planned! < encounter.planned!)
    if (!earlier || earlier.day! <= encounter.day!) return []
    const [first, then] = [on(encounter.day!), on(earlier.day!)]
    return [
      one(
        'visitOrder',
        encounter.id,
        earlier.day!,
        text(
          `${encounter.title.en} on ${first.en}, before ${earlier.title.en} on ${then.en}`,
          `${encounter.title.nb} ${first.nb}, før ${earlier.title.nb} ${then.nb}`,
        ),
      ),
    ]
  })
}

const one = (rule: Deviation['rule'], encounter: string, day: string, said: Deviation['said']): Deviation => ({
  key: `${rule}/${encounter}`,
  rule,
  encounter,
  day,
  said,
})
