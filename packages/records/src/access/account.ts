import { randomUUID } from 'node:crypto'
import type { Database } from '../pools/database.ts'
import { certain } from '../pools/failure.ts'
import type { Grant } from './session.ts'

export type NewAccount = {
  readonly login: string
  readonly printedName: string
  /** Hash with its parameters; absent while no password is set. */
  readonly passwordHash?: string | null
  readonly locale: string
  readonly demo: boolean
}

export type Account = Omit<NewAccount, 'passwordHash'> & { readonly accountId: string; readonly disabled: boolean }

/** Creates an account; asked for again under the same id it is created already. A login is never free again, whatever its case. */
export const createAccount = async (
  access: Database,
  { accountId = randomUUID(), ...account }: NewAccount & { readonly accountId?: string },
  actor: string,
): Promise<{ readonly result: 'created'; readonly accountId: string } | { readonly result: 'loginTaken' }> => {
  const answer = await ask<'created' | 'loginTaken'>(access, 'select access.create_account_once($1, $2) as answer', [
    JSON.stringify({ accountId, ...account }),
    actor,
  ])
  return answer === 'created' ? { result: answer, accountId } : { result: answer }
}

export type FoundAccount = Account & {
  readonly passwordHash: string | null
  /** A confirmed authenticator: the password alone does not open the account. */
  readonly secondFactor: boolean
  /** The identity is checked. */
  readonly maySign: boolean
}

/** An account with its password hash, by login without regard to case: for sign-in only. */
export const findAccount = (access: Database, login: string): Promise<FoundAccount | null> =>
  ask(access, 'select access.find_account($1) as answer', [login])

/** All accounts with the grants in force. */
export const listAccounts = (access: Database): Promise<readonly (Account & { readonly grants: readonly Grant[] })[]> =>
  ask(access, 'select access.list_accounts() as answer', [])

export type AccountChange = {
  readonly passwordHash?: string
  readonly locale?: string
  readonly printedName?: string
  readonly disabled?: boolean
}

/** Changes an account. A new password and disabling end its sessions at once. */
export const changeAccount = (
  access: Database,
  accountId: string,
  change: AccountChange,
  actor: string,
): Promise<'changed' | 'noAccount'> =>
  ask(access, 'select access.change_account($1, $2, $3) as answer', [accountId, JSON.stringify(change), actor])

export const ask = async <Answer>(access: Database, text: string, values: readonly unknown[]): Promise<Answer> =>
  certain(await access.write<{ answer: Answer }>(text, values))[0]!.answer
