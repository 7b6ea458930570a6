import type { Database } from '../pools/database.ts'
import { ask } from './account.ts'

export type Authenticator = {
  /** Sealed, in hex. */
  readonly secret: string
  readonly confirmed: boolean
  readonly codesLeft: number
}

/** The sealed secret of an account's authenticator; null where there is none. */
export const findAuthenticator = (access: Database, accountId: string): Promise<Authenticator | null> =>
  ask(access, 'select access.authenticator_of($1) as answer', [accountId])

export type AuthenticatorChange =
  /** A sealed secret (hex) to be confirmed by its first code. */
  | { readonly do: 'propose'; readonly secret: string }
  /** With SHA-256 (hex) of the recovery codes. */
  | { readonly do: 'confirm'; readonly step: number; readonly codes: readonly string[] }
  /** A code of this time step was right; false when the step, or a later one, was used before. */
  | { readonly do: 'use'; readonly step: number }
  /** SHA-256 (hex) of a recovery code; false when it is none or was used. */
  | { readonly do: 'recover'; readonly code: string }
  | { readonly do: 'remove'; readonly actor: string }

export const changeAuthenticator = (
  access: Database,
  accountId: string,
  change: AuthenticatorChange,
): Promise<boolean> =>
  ask(access, 'select access.change_authenticator($1, $2) as answer', [accountId, JSON.stringify(change)])

export type Passkey = {
  readonly id: string
  readonly accountId: string
  readonly login: string
  /** COSE key, hex. */
  readonly publicKey: string
  readonly counter: number
  /** Separated by commas. */
  readonly transports: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

export const listPasskeys = (access: Database, accountId: string): Promise<readonly Passkey[]> =>
  ask(access, 'select access.passkeys($1, null) as answer', [accountId])

export const findPasskey = async (access: Database, id: string): Promise<Passkey | undefined> =>
  (await ask<readonly Passkey[]>(access, 'select access.passkeys(null, $1) as answer', [id]))[0]

export type PasskeyChange =
  | {
      readonly do: 'add'
      readonly id: string
      readonly publicKey: string
      readonly counter: number
      readonly transports: string
      readonly name: string
    }
  /** Its counter must have grown, where it keeps one: a copied key is noticed so. */
  | { readonly do: 'use'; readonly id: string; readonly counter: number }
  | { readonly do: 'remove'; readonly id: string; readonly actor: string }

export const changePasskey = (access: Database, accountId: string, change: PasskeyChange): Promise<boolean> =>
  ask(access, 'select access.change_passkey($1, $2) as answer', [accountId, JSON.stringify(change)])

export type LinkChange =
  | { readonly do: 'add'; readonly linkId: string; readonly issuer: string; readonly subject: string }
  | { readonly do: 'remove'; readonly linkId: string }

/** Which person of an identity provider may open the account. */
export const changeLink = (
  access: Database,
  accountId: string,
  change: LinkChange,
  actor: string,
): Promise<'linked' | 'taken' | 'noAccount' | 'removed'> =>
  ask(access, 'select access.change_link($1, $2, $3) as answer', [accountId, JSON.stringify(change), actor])

/** The account a provider's person opens; null where none is linked. */
export const findLinked = (access: Database, issuer: string, subject: string): Promise<string | null> =>
  ask(access, 'select access.find_linked($1, $2) as answer', [issuer, subject])
