import type { Text } from '@trialwright/protocol'

/* What the routes of people, of one's own account and of the sites' approvals answer. */

export interface PersonGrant {
  readonly grantId: string
  readonly role: string
  readonly site: string | null
  readonly validFrom: string
  readonly validUntil: string | null
  readonly state: 'held' | 'coming' | 'ended'
  readonly reviewDue: boolean
  readonly reviewed: {
    readonly at: string
    readonly by: string
    readonly outcome: string
    readonly note: string
  } | null
}

export interface AdministeredPerson {
  readonly accountId: string
  readonly login: string
  readonly printedName: string
  readonly demo: boolean
  readonly createdAt: string
  readonly disabledAt: string | null
  readonly activated: boolean
  readonly maySign: boolean
  readonly identity: { readonly how: string; readonly by: string; readonly at: string } | null
  readonly invitedUntil: string | null
  readonly authenticator: boolean
  readonly passkeys: number
  readonly links: readonly { readonly linkId: string; readonly issuer: string; readonly subject: string }[]
  readonly lastSignIn: string | null
  readonly dormant: boolean
  readonly grants: readonly PersonGrant[]
}

export interface People {
  readonly people: readonly AdministeredPerson[]
  readonly failing: readonly {
    readonly login: string | null
    readonly printedName: string | null
    readonly failures: number
    readonly addresses: number
    readonly last: string
  }[]
  readonly issuers: readonly { readonly issuer: string; readonly title: string }[]
  readonly mail?: MailState
}

/** Messages that wait in the outbox; what they say is not told. */
export interface MailState {
  readonly isSet: boolean
  readonly waiting: readonly {
    readonly to: 'sponsor' | 'administrators'
    readonly created: string
    readonly attempts: number
    readonly next?: string
    readonly failure?: string
  }[]
}

export interface LiveSession {
  readonly sessionId: string
  readonly accountId: string
  readonly login: string
  readonly printedName: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly address: string
  readonly agent: string
  readonly means: string
}

export interface Account {
  readonly login: string
  readonly printedName: string
  readonly locale: string
  readonly sessionId: string
  readonly maySign: boolean
  readonly authenticator?: { readonly codesLeft: number }
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly createdAt: string
    readonly lastUsedAt: string | null
  }[]
  readonly sessions: readonly LiveSession[]
}

export interface Invitation {
  readonly login: string
  readonly printedName: string
  readonly expiresAt: string
  readonly first: boolean
  readonly secondFactor: boolean
}

export interface SiteActivation {
  readonly site: string
  readonly title: Text
  readonly opened?: string
  readonly including: boolean
  readonly version?: string
  readonly approvals: readonly {
    readonly approval: string
    readonly title: Text
    readonly eachVersion: boolean
    readonly recorded?: {
      readonly version: string
      readonly reference: string
      readonly day: string
      readonly at: string
      readonly by: string
      readonly computed: boolean
    }
  }[]
}

export interface Sites {
  readonly today: string
  readonly version: string
  readonly opened: boolean
  readonly sites: readonly SiteActivation[]
}
