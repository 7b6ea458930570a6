import type { Recorded } from '../context.ts'
import type { BoundSignature } from '../signatures/signature.ts'
import type { Finding, RecordMonitoringVisit } from './commands.ts'
import type { MonitoringEvent } from './events.ts'

export interface MonitoringVisit extends Omit<RecordMonitoringVisit, 'type' | 'visit'> {
  readonly id: string
  readonly at: string
  readonly by: Recorded['by']
  /** By place in the list, from 1. */
  readonly closed: Readonly<Record<number, { readonly at: string; readonly by: Recorded['by']; readonly note: string }>>
  /** The latest last. */
  readonly signatures: readonly BoundSignature<'reportsMonitoringVisit'>[]
}

/** By id, `north-1`. */
export type MonitoringState = Readonly<Record<string, MonitoringVisit>>

export const initialMonitoring: MonitoringState = {}

export function evolveMonitoring(state: MonitoringState, event: MonitoringEvent): MonitoringState {
  const before = state[event.visit]
  if (event.type === 'MonitoringVisitRecorded') {
    const { visit: id, site, day, kind, people, reviewed, auditReview, findings, at, by } = event
    const { closed = {}, signatures = [] } = before ?? {}
    const visit = { id, site, day, kind, people, reviewed, auditReview, findings, at, by, closed, signatures }
    return { ...state, [id]: visit }
  }
  if (!before) throw new Error(`${event.type} of ${event.visit}, which was never recorded: the stream is damaged`)
  if (event.type === 'MonitoringVisitSigned')
    return { ...state, [before.id]: { ...before, signatures: [...before.signatures, event.signature] } }
  const { finding, at, by, note } = event
  return { ...state, [before.id]: { ...before, closed: { ...before.closed, [finding]: { at, by, note } } } }
}

/** Findings of which something is still to be done, with their places in the list. */
export const openActions = ({
  findings,
  closed,
}: MonitoringVisit): readonly (Finding & { readonly number: number })[] =>
  findings
    .map((finding, index) => ({ ...finding, number: index + 1 }))
    .filter(({ action, number }) => action !== undefined && closed[number] === undefined)
