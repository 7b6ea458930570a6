import type { Refusal, Study, Text } from '@trialwright/protocol'
import type { StudyContext } from '../context.ts'
import type { SignatureLine } from '../signatures/types.ts'
import type { StudyState } from '../study/state.ts'
import type { Finding, VisitKind } from './commands.ts'
import { reportStands, signMonitoringVisit } from './decide.ts'
import type { Evidence } from './evidence.ts'
import { reportHash } from './record.ts'
import { type MonitoringVisit, openActions } from './state.ts'

export interface MonitoringVisitRow {
  readonly visit: string
  readonly site: string
  readonly siteTitle: Text
  readonly day: string
  readonly kind: VisitKind
  readonly by: string
  readonly findings: number
  readonly openActions: number
  readonly signed: boolean
}

/** An action that waits, for whoever is to do it. */
export interface OpenAction {
  readonly visit: string
  readonly site: string
  readonly finding: number
  readonly text: string
  readonly responsible: string
  readonly due: string
  readonly late: boolean
}

export interface MonitoringView {
  readonly visits: readonly MonitoringVisitRow[]
  readonly actions: readonly OpenAction[]
}

export interface MonitoringReport {
  readonly visit: string
  readonly site: string
  readonly siteTitle: Text
  readonly timeZone: string
  readonly day: string
  readonly kind: VisitKind
  readonly by: string
  readonly people: string
  readonly reviewed: string
  readonly auditReview?: string
  readonly findings: readonly (Finding & {
    readonly number: number
    readonly closed?: { readonly at: string; readonly by: string; readonly note: string }
  })[]
  readonly evidence: Evidence
  readonly record: string
  readonly standing: 'unsigned' | 'valid' | 'void'
  readonly signatures: readonly SignatureLine[]
  /** The reader made the visit, and may correct it. */
  readonly own: boolean
  readonly toSign: readonly Refusal[]
}

const siteOf = (study: Study, site: string) => study.compiled.sites.find(({ id }) => id === site)!

/** Visits, the latest first, and what is still to be done after them, the most pressing first. */
export function monitoringView(
  study: Study,
  { monitoring = {} }: StudyState,
  today: string,
  sites: readonly string[] | undefined,
): MonitoringView {
  const visits = Object.values(monitoring).filter(({ site }) => sites?.includes(site) ?? true)
  return {
    visits: visits
      .toSorted((a, b) => (a.day > b.day ? -1 : 1))
      .map((visit) => ({
        visit: visit.id,
        site: visit.site,
        siteTitle: siteOf(study, visit.site).title,
        day: visit.day,
        kind: visit.kind,
        by: visit.by.name,
        findings: visit.findings.length,
        openActions: openActions(visit).length,
        signed: visit.signatures.length > 0,
      })),
    actions: visits
      .flatMap((visit) =>
        openActions(visit).flatMap(({ number: finding, action }) =>
          action ? [{ visit: visit.id, site: visit.site, finding, ...action, late: action.due < today }] : [],
        ),
      )
      .toSorted((a, b) => (a.due < b.due ? -1 : 1)),
  }
}

/** The report of one visit, composed from the record. */
export function monitoringReport(
  study: Study,
  state: StudyState,
  visit: MonitoringVisit,
  context: StudyContext & { readonly evidence: Evidence },
): MonitoringReport {
  const { id, site, day, kind, people, reviewed, auditReview, findings, closed, signatures, by } = visit
  const record = reportHash(visit, context.evidence)
  const decision = signMonitoringVisit(
    state,
    { type: 'signMonitoringVisit', visit: id, seen: record },
    { ...context, passwordChecked: true },
  )
  const { title, timeZone } = siteOf(study, site)
  return {
    visit: id,
    site,
    siteTitle: title,
    timeZone,
    day,
    kind,
    by: by.name,
    people,
    reviewed,
    ...(auditReview === undefined ? {} : { auditReview }),
    findings: findings.map((finding, index) => {
      const done = closed[index + 1]
      return {
        ...finding,
        number: index + 1,
        ...(done ? { closed: { at: done.at, by: done.by.name, note: done.note } } : {}),
      }
    }),
    evidence: context.evidence,
    record,
    standing: reportStands(visit, record),
    signatures: signatures.map(({ printedName, at, meaning }) => ({ printedName, at, meaning })),
    own: by.account === context.actor.account,
    toSign: decision.ok ? [] : decision.refusals,
  }
}
