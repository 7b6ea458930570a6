import type { CompiledEncounter, Study } from '@trialwright/protocol'
import type { ParticipantState } from '../participant/state.ts'
import { remembered } from '../remembered.ts'

/** Encounters at which an infusion is given, in the protocol's order. */
export const administering: (study: Study) => readonly CompiledEncounter[] = remembered(({ compiled }) =>
  compiled.encounters.filter(({ administers }) => administers),
)

export const isFirstInfusion = (study: Study, encounter: string): boolean => administering(study)[0]?.id === encounter

export const hasStarted = (state: ParticipantState, encounter: string): boolean =>
  state.treatment.infusions[encounter]?.started !== undefined

/** Infusion encounters after this one that have begun: the turn of this one has passed. */
export function laterBegun(study: Study, state: ParticipantState, encounter: string): boolean {
  const order = administering(study).map(({ id }) => id)
  return order.slice(order.indexOf(encounter) + 1).some((id) => state.encounters[id]?.visit || hasStarted(state, id))
}

/**
 * Infusions still to come: not begun, not missed, and their turn not passed. A visit that took place without its infusion,
 * such as one on hold, passes when the next infusion visit takes place.
 */
export const infusionsLeft = (study: Study, state: ParticipantState): readonly CompiledEncounter[] =>
  administering(study).filter(
    ({ id }) => !hasStarted(state, id) && !state.encounters[id]?.missed && !laterBegun(study, state, id),
  )

/**
 * The first earlier infusion that a visit on `day` may not pass over: the first of all not yet given, one running, or one
 * whose visit has neither taken place before nor been missed.
 */
export function earlierOpen(
  study: Study,
  state: ParticipantState,
  encounter: string,
  day: string,
): CompiledEncounter | undefined {
  const order = administering(study)
  const before = order.slice(
    0,
    order.findIndex(({ id }) => id === encounter),
  )
  return before.find(({ id }, index) => {
    const infusion = state.treatment.infusions[id]
    if (infusion?.started !== undefined) return infusion.ended === undefined
    if (index === 0) return true
    const { visit, missed } = state.encounters[id] ?? {}
    return !missed && !(visit && visit.day < day)
  })
}
