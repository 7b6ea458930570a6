export interface BookEncounter {
  readonly type: 'bookEncounter'
  readonly encounter: string
  readonly day: string
}

export interface RecordVisit {
  readonly type: 'recordVisit'
  readonly encounter: string
  /** Local day it took place. */
  readonly day: string
  /** Needed outside the window, and to correct the day of a visit already recorded. */
  readonly reason?: string
}

export interface RecordMissedVisit {
  readonly type: 'recordMissedVisit'
  readonly encounter: string
  readonly reason: string
}

export type EncounterCommand = BookEncounter | RecordVisit | RecordMissedVisit
