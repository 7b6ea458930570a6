import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'

export type Blindness = 'blinded' | 'unblinded' | 'neutral'

/** A role held now. `site` null: all sites. `participant`: whom an account with the role participant stands for. */
export type Grant = {
  readonly grantId: string
  readonly studyId: string
  readonly role: string
  readonly blindness: Blindness
  readonly site: string | null
  readonly participant: string | null
}

export type Session = {
  readonly accountId: string
  readonly login: string
  readonly printedName: string
  readonly locale: string
  readonly demo: boolean
  readonly createdAt: string
  readonly expiresAt: string
  readonly grants: readonly Grant[]
}

export type SessionLimits = { readonly idleMinutes?: number; readonly absoluteHours?: number }

/** The database keeps only this of a token. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Starts a session for an account whose identity was just proven and returns its token (256 random bits, base64url). 15 minutes idle, 12 hours in all unless told. */
export const createSession = async (
  access: Database,
  accountId: string,
  { address = '', idleMinutes = 15, absoluteHours = 12 }: SessionLimits & { readonly address?: string } = {},
): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  certain(
    await access.write(
      'select access.create_session($1, $2, make_interval(mins => $3), make_interval(hours => $4), $5)',
      [hashToken(token), accountId, idleMinutes, absoluteHours, address],
    ),
  )
  return token
}

/** The session behind a token; null when unknown, ended, idle too long, or its account is disabled. */
export const findSession = async (access: Database, token: string): Promise<Session | null> =>
  certain(
    await access.write<{ session: Session | null }>('select access.session($1) as session', [hashToken(token)]),
  )[0]!.session

/** Ends a session at once. */
export const revokeSession = async (access: Database, token: string): Promise<void> =>
  void certain(await access.write('select access.revoke_session($1)', [hashToken(token)]))
