import type { Recorded } from '../context.ts'
import type { BoundSignature } from '../signatures/signature.ts'
import type { RecordMonitoringVisit } from './commands.ts'

export interface MonitoringVisitRecorded extends Recorded, Omit<RecordMonitoringVisit, 'type' | 'visit'> {
  readonly type: 'MonitoringVisitRecorded'
  readonly visit: string
}

export interface MonitoringActionClosed extends Recorded {
  readonly type: 'MonitoringActionClosed'
  readonly site: string
  readonly visit: string
  readonly finding: number
  readonly note: string
}

export interface MonitoringVisitSigned extends Recorded {
  readonly type: 'MonitoringVisitSigned'
  readonly site: string
  readonly visit: string
  readonly signature: BoundSignature<'reportsMonitoringVisit'>
}

export type MonitoringEvent = MonitoringVisitRecorded | MonitoringActionClosed | MonitoringVisitSigned
