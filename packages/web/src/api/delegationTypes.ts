import type { Text } from '@trialwright/protocol'
import type { SignatureLine } from './signatureTypes.ts'

/* What the routes of delegation and training answer. */

export interface TrainingLine {
  readonly record: string
  readonly title: Text
  readonly protocolVersion?: string
  readonly day: string
  readonly evidence: string
  readonly expires?: string
  readonly attestedBy: string
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly reason: string }
}

export interface StaffMember {
  readonly account: string
  readonly name: string
  readonly grants: readonly { readonly role: string; readonly site: string | null }[]
  readonly trained: readonly {
    readonly training: string
    readonly title: Text
    readonly counts: boolean
    readonly expires?: string
  }[]
  readonly records: readonly TrainingLine[]
}

export interface DelegationLine {
  readonly delegation: string
  readonly account: string
  readonly name: string
  readonly duties: readonly Text[]
  readonly from: string
  readonly until?: string
  readonly standing: 'waiting' | 'coming' | 'inForce' | 'ended'
  readonly signed: SignatureLine
  readonly accepted?: SignatureLine
  readonly ended?: { readonly day: string; readonly reason: string; readonly signed: SignatureLine }
}

export interface FindingLine {
  readonly finding: string
  readonly name: string
  readonly day: string
  readonly lack: Text
  readonly kind: 'delegation' | 'training'
  readonly emergency: boolean
  readonly explained?: { readonly at: string; readonly by: string; readonly note: string }
}

export interface SiteDelegation {
  readonly site: string
  readonly title: Text
  readonly timeZone: string
  readonly today: string
  readonly investigator?: { readonly account: string; readonly name: string; readonly at: string; readonly by: string }
  readonly log: readonly DelegationLine[]
  readonly lacking: readonly { readonly account: string; readonly name: string; readonly lacks: readonly Text[] }[]
  readonly findings: readonly FindingLine[]
}

export interface Delegation {
  readonly version: string
  readonly duties: readonly { readonly id: string; readonly title: Text }[]
  readonly training: readonly { readonly id: string; readonly title: Text; readonly eachVersion: boolean }[]
  readonly me: string
  readonly sites: readonly SiteDelegation[]
  readonly people: readonly StaffMember[]
}
