import type { Text } from '@trialwright/protocol'

interface Line {
  readonly position: number
  readonly type: string
  readonly at: string
  readonly recordedAt: string
  readonly clientTime?: string
  readonly by: { readonly account: string; readonly name: string; readonly role: string }
  readonly site?: string
  readonly participant?: string
  readonly what: Text
}

export interface ValueChange {
  readonly item?: string
  readonly label: Text
  readonly from?: Text
  readonly to: Text
  readonly reason?: string
}

export interface AuditRow extends Line {
  readonly place?: { readonly encounter: string; readonly form: string; readonly item?: string }
  readonly changes: readonly ValueChange[]
  readonly patterns: readonly string[]
}

export interface AuditPage {
  readonly rows: readonly AuditRow[]
  readonly next?: number
}

export interface AuditPeople {
  readonly people: readonly { readonly account: string; readonly name: string; readonly role: string }[]
}

export interface AccessPage {
  readonly rows: readonly (Line & { readonly about?: string })[]
  readonly next?: number
}

/** One time somebody was told what unblinded roles alone may know. */
export interface ReadingRow {
  readonly number: number
  readonly at: string
  readonly by: { readonly name: string; readonly role: string }
  readonly what: Text
  readonly participants: readonly string[]
  readonly where: Text
}

export interface ReadingsPage {
  readonly rows: readonly ReadingRow[]
  readonly next?: number
}
