import type { LaboratoryRange, Study } from '@trialwright/protocol'
import type { EventLine, Told } from '../events.ts'

/** What the exported records must show, whatever the trial was like. */
export interface Invariant {
  readonly id: string
  readonly text: string
  /** How many things were looked at, and what was wrong with each that was. */
  readonly checked: number
  readonly wrong: readonly string[]
}

export interface Evidence {
  readonly study: Study
  readonly events: readonly EventLine[]
  readonly people: readonly Told[]
  readonly ranges: readonly LaboratoryRange[]
}

/** One look at each thing: a sentence if it is wrong. */
export function checkEach<T>(
  id: string,
  text: string,
  things: readonly T[],
  look: (thing: T) => string | undefined,
): Invariant {
  return { id, text, checked: things.length, wrong: things.flatMap((thing) => look(thing) ?? []) }
}
