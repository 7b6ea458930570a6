import type { Recorded } from '../context.ts'

export interface EncounterBooked extends Recorded {
  readonly type: 'EncounterBooked'
  readonly encounter: string
  readonly day: string
}

export interface VisitTookPlace extends Recorded {
  readonly type: 'VisitTookPlace'
  readonly encounter: string
  readonly day: string
  readonly inWindow: boolean
  readonly reason?: string
}

export interface VisitMissed extends Recorded {
  readonly type: 'VisitMissed'
  readonly encounter: string
  readonly reason: string
}

export type EncounterEvent = EncounterBooked | VisitTookPlace | VisitMissed
