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

export interface UnscheduledVisitTookPlace extends Recorded {
  readonly type: 'UnscheduledVisitTookPlace'
  readonly encounter: string
  readonly day: string
  readonly reason: string
  readonly forms: readonly string[]
  /** It was recorded before, and this is why it is corrected. */
  readonly correction?: string
}

export type EncounterEvent = EncounterBooked | VisitTookPlace | VisitMissed | UnscheduledVisitTookPlace
