import { hash, randomBytes } from 'node:crypto'
import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'
import { ask } from './account.ts'

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
  /** The session's name on lists. */
  readonly sessionId: string
  /** How its owner was known. */
  readonly means: SignInMeans
  /** A role changed since the token was given: the next answer brings another one. */
  readonly rotate: boolean
  /** The owner's identity was checked, so that the owner may sign. */
  readonly maySign: boolean
  readonly grants: readonly Grant[]
}

export type SignInMeans = 'password' | 'code' | 'recovery' | 'passkey' | 'provider' | 'invitation'

export type SessionLimits = { readonly idleMinutes?: number; readonly absoluteHours?: number }

/** Where a session begins: network address, the browser's own name, and how its owner was known. */
export type StartedFrom = {
  readonly address?: string
  readonly agent?: string
  readonly means?: SignInMeans
  /** 256 random bits, base64url; drawn here unless given. */
  readonly token?: string
}

const newToken = (): string => randomBytes(32).toString('base64url')

/** The database keeps only this of a token. */
export const hashToken = (token: string): Buffer => hash('sha256', token, 'buffer')

/** Starts a session for an account whose identity was just proven and returns its token (256 random bits, base64url). 15 minutes idle, 12 hours in all unless told. */
export const createSession = async (
  access: Database,
  accountId: string,
  { idleMinutes = 15, absoluteHours = 12, token = newToken(), ...about }: SessionLimits & StartedFrom = {},
): Promise<string> => {
  certain(
    await access.write(
      'select access.create_session($1, $2, make_interval(mins => $3), make_interval(hours => $4), $5)',
      [hashToken(token), accountId, idleMinutes, absoluteHours, JSON.stringify(about)],
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

/** Another token in the place of one that is due for it; undefined when a request beside this one was first. */
export const rotateSession = async (
  access: Database,
  token: string,
  fresh: string = newToken(),
): Promise<string | undefined> => {
  const turned = await ask<boolean>(access, 'select access.rotate_session($1, $2) as answer', [
    hashToken(token),
    hashToken(fresh),
  ])
  return turned ? fresh : undefined
}

export type LiveSession = {
  readonly sessionId: string
  readonly accountId: string
  readonly login: string
  readonly printedName: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  readonly address: string
  readonly agent: string
  readonly means: SignInMeans
}

/** Sessions alive now, of one account or of all. */
export const listSessions = (access: Database, accountId?: string): Promise<readonly LiveSession[]> =>
  ask(access, 'select access.sessions_of($1) as answer', [accountId ?? null])

/** Ends one session of an account, or all but the one with the token `but`; how many ended. */
export const endSessions = (
  access: Database,
  accountId: string,
  { sessionId, but }: { readonly sessionId?: string; readonly but?: string },
  actor: string,
): Promise<number> =>
  ask(access, 'select access.end_sessions($1, $2, $3, $4) as answer', [
    accountId,
    sessionId ?? null,
    but === undefined ? null : hashToken(but),
    actor,
  ])
