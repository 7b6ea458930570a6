import type { Recorded } from '../context.ts'

/** Says that a slot was taken, never which arm it holds. */
export interface ParticipantRandomised extends Recorded {
  readonly type: 'ParticipantRandomised'
  readonly day: string
  readonly stratum: string
  /** The randomisation number, made from the participant's code so that it cannot tell the arm or the slot. */
  readonly number: string
  /** Minimisation: the level of each factor as it was on the day; a later correction changes no arm. */
  readonly levels?: Readonly<Record<string, string>>
}
