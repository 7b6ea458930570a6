import type { Refusal, Text } from '@trialwright/protocol'
import type { SignatureLine } from './signatureTypes.ts'

export type VisitKind = 'initiation' | 'routine' | 'remote' | 'closeOut'

export interface Finding {
  readonly text: string
  readonly action?: { readonly text: string; readonly responsible: string; readonly due: string }
}

export interface Monitoring {
  readonly visits: readonly {
    readonly visit: string
    readonly site: string
    readonly siteTitle: Text
    readonly day: string
    readonly kind: VisitKind
    readonly by: string
    readonly findings: number
    readonly openActions: number
    readonly signed: boolean
  }[]
  readonly actions: readonly {
    readonly visit: string
    readonly site: string
    readonly finding: number
    readonly text: string
    readonly responsible: string
    readonly due: string
    readonly late: boolean
  }[]
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
  readonly evidence: Readonly<
    Record<
      | 'verified'
      | 'participants'
      | 'queriesOpened'
      | 'queriesAnswered'
      | 'queriesClosed'
      | 'consents'
      | 'withdrawals'
      | 'corrections'
      | 'frozen'
      | 'deviationsJudged',
      number
    >
  > & {
    readonly signedConsents: readonly {
      readonly participant: string
      readonly version: string
      readonly day: string
      readonly withdrawn?: string
    }[]
  }
  readonly record: string
  readonly standing: 'unsigned' | 'valid' | 'void'
  readonly signatures: readonly SignatureLine[]
  readonly own: boolean
  readonly toSign: readonly Refusal[]
}
