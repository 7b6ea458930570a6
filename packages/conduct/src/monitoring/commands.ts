export const visitKinds = ['initiation', 'routine', 'remote', 'closeOut'] as const
export type VisitKind = (typeof visitKinds)[number]

/** Something seen at a site, and what is to be done about it. */
export interface Finding {
  readonly text: string
  /** Absent where nothing is to be done. */
  readonly action?: { readonly text: string; readonly responsible: string; readonly due: string }
}

/** A monitor's visit to a site; recorded again under its id, it is corrected. */
export interface RecordMonitoringVisit {
  readonly type: 'recordMonitoringVisit'
  /** Absent for a new one. */
  readonly visit?: string
  readonly site: string
  /** Local day at the site. */
  readonly day: string
  readonly kind: VisitKind
  /** Who was met. */
  readonly people: string
  /** What was gone through: source, consents, drug accounts, the audit trail. */
  readonly reviewed: string
  /** What was looked for in the audit trail, and found; absent when it was not reviewed. */
  readonly auditReview?: string
  readonly findings: readonly Finding[]
}

export interface CloseMonitoringAction {
  readonly type: 'closeMonitoringAction'
  readonly visit: string
  /** Its place in the list, from 1. */
  readonly finding: number
  readonly note: string
}

/** The monitor's signature under the report. */
export interface SignMonitoringVisit {
  readonly type: 'signMonitoringVisit'
  readonly visit: string
  /** Hash of the report the person was shown. */
  readonly seen: string
}

export type MonitoringCommand = RecordMonitoringVisit | CloseMonitoringAction | SignMonitoringVisit
