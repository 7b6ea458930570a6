import type { Database } from '../pools/database.ts'
import { ask } from './account.ts'
import { hashToken } from './session.ts'

export type PersonGrant = {
  readonly grantId: string
  readonly role: string
  readonly site: string | null
  readonly participant: string | null
  readonly validFrom: string
  readonly validUntil: string | null
  readonly state: 'held' | 'coming' | 'ended'
  /** Nobody has looked at it for 90 days. */
  readonly reviewDue: boolean
  readonly reviewed: {
    readonly at: string
    readonly by: string
    readonly outcome: string
    readonly note: string
  } | null
}

/** A person as the administrator sees them. Instants are ISO 8601 in UTC. */
export type AdministeredPerson = {
  readonly accountId: string
  readonly login: string
  readonly printedName: string
  readonly locale: string
  readonly demo: boolean
  readonly createdAt: string
  readonly disabledAt: string | null
  /** Has set a password. */
  readonly activated: boolean
  /** The identity is checked, by another person than the one who issued the link last used. */
  readonly maySign: boolean
  readonly identity: { readonly how: string; readonly by: string; readonly at: string } | null
  readonly invitedUntil: string | null
  readonly authenticator: boolean
  readonly passkeys: number
  readonly links: readonly { readonly linkId: string; readonly issuer: string; readonly subject: string }[]
  readonly lastSignIn: string | null
  /** Has not signed in for 90 days. */
  readonly dormant: boolean
  readonly grants: readonly PersonGrant[]
}

/** Everybody with a role in the study, now or earlier, and those who have none anywhere. */
export const listPeople = (access: Database, studyId: string): Promise<readonly AdministeredPerson[]> =>
  ask(access, 'select access.people($1) as answer', [studyId])

/** Somebody with a role in the study now; participants are not staff. */
export type StaffMember = Pick<AdministeredPerson, 'accountId' | 'printedName'> & {
  readonly grants: readonly Pick<PersonGrant, 'role' | 'site'>[]
}

/** Who holds which role in the study now, by login. */
export const listStaff = (access: Database, studyId: string): Promise<readonly StaffMember[]> =>
  ask(access, 'select access.staff($1) as answer', [studyId])

/** Ends an account for good: its sessions and invitations end with it, its login is never used again. */
export const disableAccount = (
  access: Database,
  accountId: string,
  reason: string,
  actor: string,
): Promise<'disabled' | 'already' | 'noAccount'> =>
  ask(access, 'select access.disable_account($1, $2, $3) as answer', [accountId, reason, actor])

export type NewInvitation = {
  readonly invitationId: string
  readonly accountId: string
  readonly token: string
  readonly hours: number
}

/** Issues a one-time link; earlier ones of the account stop working. The same invitation issued again changes nothing. */
export const invite = (
  access: Database,
  { token, ...invitation }: NewInvitation,
  actor: string,
): Promise<'invited' | 'noAccount'> =>
  ask(access, 'select access.invite($1, $2) as answer', [
    JSON.stringify({ ...invitation, tokenHash: hashToken(token).toString('hex') }),
    actor,
  ])

export type Invitation = {
  readonly accountId: string
  readonly login: string
  readonly printedName: string
  readonly locale: string
  readonly expiresAt: string
  /** The account has no password yet. */
  readonly first: boolean
  /** An authenticator is kept: a new password alone does not let anybody in. */
  readonly secondFactor: boolean
}

/** Whom a link is for; null when it was used, has ended or never was. */
export const findInvitation = (access: Database, token: string): Promise<Invitation | null> =>
  ask(access, 'select access.find_invitation($1) as answer', [hashToken(token)])

/** Uses a link up and sets the password; every session of the account ends. Null when the link works no more. */
export const activate = (access: Database, token: string, passwordHash: string): Promise<string | null> =>
  ask(access, 'select access.activate($1, $2) as answer', [hashToken(token), passwordHash])

/** Writes down that `actor` saw a person's proof of identity. */
export const recordIdentityCheck = (
  access: Database,
  check: { readonly checkId: string; readonly accountId: string; readonly how: string },
  actor: string,
): Promise<'recorded' | 'own' | 'noAccount' | 'notActivated' | 'issuer'> =>
  ask(access, 'select access.record_identity_check($1, $2) as answer', [JSON.stringify(check), actor])
