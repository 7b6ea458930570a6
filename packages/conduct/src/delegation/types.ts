import type { Text } from '@trialwright/protocol'
import type { Role } from '../roles.ts'
import type { SignatureLine } from '../signatures/types.ts'
import type { DelegationStanding } from './standing.ts'

export interface TrainingLine {
  readonly record: string
  readonly training: string
  readonly title: Text
  readonly protocolVersion?: string
  readonly day: string
  readonly evidence: string
  readonly expires?: string
  readonly attestedBy: string
  readonly withdrawn?: { readonly at: string; readonly by: string; readonly reason: string }
}

/** Somebody who works in the study, and what they have learned. */
export interface StaffMember {
  readonly account: string
  readonly name: string
  readonly grants: readonly { readonly role: Role; readonly site: string | null }[]
  /** Of each training the study asks for, until when it counts; `expires` absent where it does not end. */
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
  readonly standing: DelegationStanding
  readonly signed: SignatureLine
  readonly accepted?: SignatureLine
  readonly ended?: { readonly day: string; readonly reason: string; readonly signed: SignatureLine }
}

/** Somebody who holds a role at a site and lacks what acting there needs. */
export interface LackingLine {
  readonly account: string
  readonly name: string
  readonly lacks: readonly Text[]
}

/** Somebody who acted without. */
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
  readonly lacking: readonly LackingLine[]
  readonly findings: readonly FindingLine[]
}

export interface DelegationView {
  readonly version: string
  readonly duties: readonly { readonly id: string; readonly title: Text }[]
  readonly training: readonly { readonly id: string; readonly title: Text; readonly eachVersion: boolean }[]
  /** The reader's own account. */
  readonly me: string
  readonly sites: readonly SiteDelegation[]
  readonly people: readonly StaffMember[]
}
