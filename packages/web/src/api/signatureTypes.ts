import type { Refusal, Text } from '@trialwright/protocol'
import type { By } from './types.ts'

export type Meaning =
  | 'confirmsEligibility'
  | 'reviewedVisit'
  | 'reviewedCasebook'
  | 'approvesCorrection'
  | 'reportsMonitoringVisit'
  | 'delegatesDuties'
  | 'acceptsDelegation'
  | 'endsDelegation'

export interface SignatureLine {
  readonly printedName: string
  readonly at: string
  readonly meaning: Meaning
}

export interface SignedRecord {
  /** Absent: the casebook. */
  readonly encounter?: string
  readonly title: Text
  readonly standing: 'unsigned' | 'valid' | 'void'
  /** Hash of the record as shown; sent back, so that nobody signs what was not shown. */
  readonly record: string
  readonly signatures: readonly SignatureLine[]
  readonly changed: readonly {
    readonly at: string
    readonly by: By
    readonly what: Text
    readonly changes: readonly {
      readonly label: Text
      readonly from?: Text
      readonly to: Text
      readonly reason?: string
    }[]
  }[]
  readonly toSign: readonly Refusal[]
}

export interface Signatures {
  readonly code: string
  readonly visits: readonly SignedRecord[]
  readonly casebook: SignedRecord
}
