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

/** A visit beside the plan. */
export interface RecordUnscheduledVisit {
  readonly type: 'recordUnscheduledVisit'
  /** Of one already recorded, to correct it. */
  readonly encounter?: string
  readonly day: string
  readonly reason: string
  /** Forms to be filled in there, of those the study allows. */
  readonly forms: readonly string[]
  /** Why one already recorded is corrected. */
  readonly correction?: string
}

export type EncounterCommand = BookEncounter | RecordVisit | RecordMissedVisit | RecordUnscheduledVisit
